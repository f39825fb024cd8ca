package io.parley.moderation.projection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.parley.contract.CampaignSeen;
import io.parley.contract.CommentEvent;
import io.parley.contract.Decision;
import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** Writes what was read, a batch in one transaction, as long as its generation counts. */
final class Projector implements BatchMessageListener<String, byte[]> {

	private static final Comparator<CommentEvent> NEWER_COMMENT = Comparator.comparingInt(CommentEvent::revision)
		.thenComparing(CommentTexts::isWithdrawn);

	private static final Comparator<Decision> NEWER_DECISION = Comparator.comparingInt(Decision::revision)
		.thenComparingInt(Decision::ordinal);

	private final int generation;

	private final Generations generations;

	private final CommentTexts comments;

	private final DecisionsInForce decisions;

	private final Campaigns campaigns;

	private final ConsumerRecordRecoverer deadLetters;

	private final EventSerde<Event> serde = new EventSerde<>(Event.class);

	Projector(int generation, Generations generations, CommentTexts comments, DecisionsInForce decisions,
			Campaigns campaigns, ConsumerRecordRecoverer deadLetters) {
		this.generation = generation;
		this.generations = generations;
		this.comments = comments;
		this.decisions = decisions;
		this.campaigns = campaigns;
		this.deadLetters = deadLetters;
	}

	@Override
	public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
		List<Read<CommentEvent>> commentsRead = new ArrayList<>();
		List<Read<Decision>> decisionsRead = new ArrayList<>();
		List<CampaignSeen> campaignsRead = new ArrayList<>();
		for (ConsumerRecord<String, byte[]> record : records) {
			try {
				switch (serde.deserialize(record.topic(), record.headers(), record.value())) {
					case CommentEvent comment -> commentsRead.add(new Read<>(record, comment));
					case Decision decision -> decisionsRead.add(new Read<>(record, decision));
					case CampaignSeen campaign -> {
						// Every partition has it; one reader is enough.
						if (record.partition() == 0) {
							campaignsRead.add(campaign);
						}
					}
					default -> {
						// The rest of the log is of no interest to readers of tables.
					}
				}
			}
			catch (SerializationException unreadable) {
				refuse(record, unreadable);
			}
		}
		if (!campaignsRead.isEmpty()) {
			generations.inTransactionOf(generation, () -> campaignsRead.forEach(campaigns::put));
		}
		write(newest(commentsRead, CommentEvent::commentId, NEWER_COMMENT),
				newest(decisionsRead, Decision::commentId, NEWER_DECISION));
	}

	private void write(Collection<Read<CommentEvent>> newComments, Collection<Read<Decision>> newDecisions) {
		try {
			generations.inTransactionOf(generation, () -> {
				comments.put(newComments.stream().map(Read::event).toList());
				decisions.put(newDecisions.stream().map(Read::event).toList());
			});
		}
		catch (DataIntegrityViolationException refused) {
			// One of them is refused by the database: find it, so that the others go on.
			if (newComments.size() + newDecisions.size() == 1) {
				newComments.forEach(read -> refuse(read.record(), refused));
				newDecisions.forEach(read -> refuse(read.record(), refused));
				return;
			}
			newComments.forEach(read -> write(List.of(read), List.of()));
			newDecisions.forEach(read -> write(List.of(), List.of(read)));
		}
	}

	/** A comment that cannot be read is set aside by the topology, which decides. */
	private void refuse(ConsumerRecord<String, byte[]> record, RuntimeException why) {
		if (record.topic().equals(Topics.DECISIONS) || why instanceof DataIntegrityViolationException) {
			deadLetters.accept(record, why);
		}
	}

	private static <E extends Event> Collection<Read<E>> newest(List<Read<E>> reads, Function<E, String> key,
			Comparator<E> newer) {
		Map<String, Read<E>> newest = new LinkedHashMap<>();
		for (Read<E> read : reads) {
			newest.merge(key.apply(read.event()), read,
					(before, after) -> (newer.compare(after.event(), before.event()) >= 0) ? after : before);
		}
		return newest.values();
	}

	private record Read<E extends Event>(ConsumerRecord<String, byte[]> record, E event) {

	}

}
