package io.parley.moderation.projection;

import static io.parley.moderation.fixture.Comments.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.parley.contract.CommentSubmitted;
import io.parley.contract.Decision;
import io.parley.contract.Event;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import io.parley.moderation.statistics.Figures;
import io.parley.moderation.statistics.Figures.RuleFigures;
import io.parley.moderation.statistics.LiveFigures;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the live page counts: each event once, whatever is read again. */
@ModerationServiceTest
class StatisticsTests {

	/**
	 * The live page shows only the busiest rules; other tests may have kept others
	 * busier.
	 */
	private static final int ALL = 10_000;

	private static final RuleFigures NEVER = new RuleFigures("", 0, 0, 0, 0, Instant.EPOCH);

	@Autowired
	private Statistics statistics;

	@Autowired
	private Generations generations;

	@Autowired
	private LiveFigures live;

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	/** Another test may have had everything counted anew. */
	@BeforeEach
	void given_everything_is_counted() {
		await().atMost(Duration.ofSeconds(60))
			.until(() -> moderator.asAdmin().get("/v1/projection").json().path("lag").asInt() == 0);
	}

	@Test
	void given_a_held_comment_that_a_moderator_approves_then_its_rule_is_matched_once_and_overturned_once() {
		CommentSubmitted held = comment("Read https://example.org/treaty first", Instant.now());
		Figures before = live.now();
		Map<String, RuleFigures> rulesBefore = rules();

		log.publish(held);
		Decision decision = moderator.decision(held.commentId());
		assertThat(decision.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(moderator
			.review("{\"commentId\":\"%s\",\"revision\":1,\"verdict\":\"APPROVE\"}".formatted(held.commentId()), null)
			.status()).isEqualTo(202);

		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			Figures after = live.now();
			assertThat(decision.hits()).isNotEmpty().allSatisfy(hit -> {
				RuleFigures rule = rules().getOrDefault(hit.rule(), NEVER);
				RuleFigures was = rulesBefore.getOrDefault(hit.rule(), NEVER);
				assertThat(rule.hits() - was.hits()).isEqualTo(1);
				assertThat(rule.overturned() - was.overturned()).isEqualTo((hit.mode() == RuleMode.LIVE) ? 1 : 0);
			});
			assertThat(comments(after) - comments(before)).isEqualTo(1);
			assertThat(after.within().p50()).isPositive();
			assertThat(after.points()).hasSize(180);
		});
	}

	@Test
	void given_a_batch_that_is_read_twice_then_it_is_counted_once() {
		long before = comments(live.now());
		Map<ConsumerRecord<String, byte[]>, Event> batch = new LinkedHashMap<>();
		for (int offset = 0; offset < 3; offset++) {
			batch.put(record(offset), comment("Calm words"));
		}

		statistics.add(generations.current(), batch);
		statistics.add(generations.current(), batch);
		batch.put(record(3), comment("More calm words"));
		statistics.add(generations.current(), batch);

		assertThat(comments(live.now()) - before).isEqualTo(4);
	}

	@Test
	void given_a_rebuild_then_the_same_is_counted_again_from_the_log() {
		CommentSubmitted held = comment("Read https://example.org/treaty again", Instant.now());
		log.publish(held);
		log.nextDecision(held.commentId());
		await().atMost(Duration.ofSeconds(30)).until(() -> hits() > 0);
		await().atMost(Duration.ofSeconds(30))
			.until(() -> moderator.asAdmin().get("/v1/projection").json().path("lag").asInt() == 0);
		long before = hits();

		moderator.asAdmin().post("/v1/projection/rebuild", "");

		await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(hits()).isEqualTo(before));
	}

	private static ConsumerRecord<String, byte[]> record(int offset) {
		return new ConsumerRecord<>("counted-in-this-test", 0, offset, System.currentTimeMillis(),
				TimestampType.LOG_APPEND_TIME, 0, 0, "key", new byte[0], new RecordHeaders(), Optional.empty());
	}

	private static long comments(Figures figures) {
		return figures.points().stream().mapToLong(Figures.Point::comments).sum();
	}

	private Map<String, RuleFigures> rules() {
		return live.rules(Instant.now(), ALL).stream().collect(Collectors.toMap(RuleFigures::rule, rule -> rule));
	}

	private long hits() {
		return rules().values().stream().mapToLong(RuleFigures::hits).sum();
	}

}
