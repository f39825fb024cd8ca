package io.parley.moderation.projection;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.parley.contract.CommentContent;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Effect;
import io.parley.contract.Event;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** What a batch of the log adds to the statistics. Not thread-safe. */
final class Tally {

	/** The header of a decision that tells when its comment arrived in Kafka. */
	private static final String ARRIVED = "parley_arrived";

	private static final long SLOT_MILLIS = 10_000;

	private final long oldest;

	private final SortedMap<Instant, Map<Column, Integer>> slots = new TreeMap<>();

	private final SortedMap<Instant, Map<Integer, Integer>> waits = new TreeMap<>();

	private final SortedMap<Instant, Map<String, Integer>> hits = new TreeMap<>();

	private final SortedMap<String, Rule> rules = new TreeMap<>();

	/**
	 * @param oldest slots before this are not counted, in milliseconds
	 */
	Tally(long oldest) {
		this.oldest = oldest;
	}

	void add(ConsumerRecord<?, ?> record, Event event) {
		switch (event) {
			case CommentContent _ -> add(record, Column.COMMENTS);
			case Decision decision -> add(record, decision);
			default -> {
				// Nothing that is counted.
			}
		}
	}

	private void add(ConsumerRecord<?, ?> record, Decision decision) {
		if (decision.source() == DecisionSource.MODERATOR) {
			add(record, Column.REVIEWED);
			if (decision.verdict() != Verdict.HOLD) {
				decision.hits()
					.stream()
					.filter(hit -> hit.mode() == RuleMode.LIVE)
					.forEach(hit -> review(hit, decision));
			}
			return;
		}
		if (decision.source() != DecisionSource.RULES) {
			return;
		}
		add(record, switch (decision.verdict()) {
			case APPROVE -> Column.APPROVED;
			case HOLD -> Column.HELD;
			case REJECT -> Column.REJECTED;
		});
		if (!decision.degraded().isEmpty()) {
			add(record, Column.DEGRADED);
		}
		Header arrived = record.headers().lastHeader(ARRIVED);
		if (isRecent(record) && arrived != null) {
			long waited = Math.max(0, record.timestamp() - Long.parseLong(new String(arrived.value(), US_ASCII)));
			waits.computeIfAbsent(slot(record), _ -> new HashMap<>()).merge(WaitClasses.of(waited), 1, Integer::sum);
		}
		decision.hits().forEach(hit -> hit(record, hit));
	}

	private void hit(ConsumerRecord<?, ?> record, Hit hit) {
		if (isRecent(record)) {
			hits.computeIfAbsent(slot(record), _ -> new TreeMap<>()).merge(hit.rule(), 1, Integer::sum);
		}
		rules.merge(hit.rule(), new Rule(1, 0, 0, record.timestamp()), Rule::and);
	}

	/** Who approves what a rule held says that the rule was wrong about it. */
	private void review(Hit hit, Decision decision) {
		boolean agrees = (hit.effect() == Effect.APPROVE) == (decision.verdict() == Verdict.APPROVE);
		rules.merge(hit.rule(), new Rule(0, agrees ? 1 : 0, agrees ? 0 : 1, 0), Rule::and);
	}

	private void add(ConsumerRecord<?, ?> record, Column column) {
		if (isRecent(record)) {
			slots.computeIfAbsent(slot(record), _ -> new EnumMap<>(Column.class)).merge(column, 1, Integer::sum);
		}
	}

	private boolean isRecent(ConsumerRecord<?, ?> record) {
		return record.timestamp() >= oldest;
	}

	private static Instant slot(ConsumerRecord<?, ?> record) {
		return Instant.ofEpochMilli(record.timestamp() - Math.floorMod(record.timestamp(), SLOT_MILLIS));
	}

	SortedMap<Instant, Map<Column, Integer>> slots() {
		return slots;
	}

	SortedMap<Instant, Map<Integer, Integer>> waits() {
		return waits;
	}

	SortedMap<Instant, Map<String, Integer>> hits() {
		return hits;
	}

	SortedMap<String, Rule> rules() {
		return rules;
	}

	/** What a slot counts. */
	enum Column {

		COMMENTS, APPROVED, HELD, REJECTED, REVIEWED, DEGRADED

	}

	/** What is added to a rule. */
	record Rule(int hits, int upheld, int overturned, long lastMillis) {

		Rule and(Rule other) {
			return new Rule(hits + other.hits, upheld + other.upheld, overturned + other.overturned,
					Math.max(lastMillis, other.lastMillis));
		}

	}

}
