package io.parley.comments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.Json;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.support.KafkaHeaders;

import static io.parley.comments.fixture.Moderation.decision;
import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CommentServiceTest
class DecisionsTest {

	private static final Duration SOON = Duration.ofSeconds(10);

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Autowired
	JdbcClient jdbc;

	@Test
	void a_decision_changes_the_comment_and_tells_the_public_reason() {
		CommentSubmitted comment = submit();

		moderation.publish(decision(comment, Verdict.HOLD));

		awaitStatus(comment, "HELD");
		Answer shown = show(comment);
		assertThat(shown.at("/verdict")).isEqualTo("HOLD");
		assertThat(shown.at("/publicReason/code")).isEqualTo("link-review");
		assertThat(shown.at("/publicReason/text")).contains("moderator");
		assertThat(shown.at("/decidedAt")).isNotEmpty();
	}

	@Test
	void a_caller_that_waits_is_woken_with_the_decision() {
		String author = newId();
		var answer = CompletableFuture
			.supplyAsync(() -> platform.post(comment("wait", author, "Please wait"), "Prefer", "foo=bar, wait=60"));
		CommentSubmitted comment = moderation.commentBy("daily/" + author);

		moderation.publish(decision(comment, Verdict.REJECT));

		Answer decided = answer.orTimeout(9, TimeUnit.SECONDS).join();
		assertThat(decided.status()).isEqualTo(201);
		assertThat(decided.header("Preference-Applied")).isEqualTo("wait=10");
		assertThat(decided.header("Location")).isEqualTo("/v1/comments/" + comment.commentId());
		assertThat(decided.at("/status")).isEqualTo("REJECTED");
		assertThat(decided.at("/verdict")).isEqualTo("REJECT");
		assertThat(decided.at("/publicReason/code")).isEqualTo("link-review");
		assertThat(show(comment).at("/status")).isEqualTo("REJECTED");
	}

	@Test
	void a_caller_that_waits_in_vain_is_told_that_the_comment_is_pending() {
		Answer answer = platform.post(comment("wait", newId(), "b"), "Prefer", "wait=1");

		assertThat(answer.status()).isEqualTo(202);
		assertThat(answer.at("/status")).isEqualTo("PENDING");
		assertThat(answer.header("Preference-Applied")).isEqualTo("wait=1");
	}

	@Test
	void a_comment_that_kafka_has_is_not_soon_published_again_when_its_decision_is_late() {
		CommentSubmitted comment = submit();

		await().atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(minutesUntilPublished(comment)).isBetween(7.0, 8.0));

		moderation.publish(decision(comment, Verdict.APPROVE));
		awaitStatus(comment, "APPROVED");
	}

	private double minutesUntilPublished(CommentSubmitted comment) {
		return jdbc.sql("select extract(epoch from publish_due - now()) / 60 from comment where id = ?::uuid")
			.param(comment.commentId())
			.query((row, _) -> row.getDouble(1))
			.single();
	}

	@Test
	void a_repeated_comment_that_is_decided_is_answered_at_once() {
		String author = newId();
		String key = newId();
		platform.post(comment("t", author, "b"), "Idempotency-Key", key);
		CommentSubmitted comment = moderation.commentBy("daily/" + author);
		moderation.publish(decision(comment, Verdict.APPROVE));
		awaitStatus(comment, "APPROVED");

		Answer again = platform.post(comment("t", author, "b"), "Idempotency-Key", key, "Prefer", "wait=5");

		assertThat(again.status()).isEqualTo(201);
		assertThat(again.at("/id")).isEqualTo(comment.commentId());
		assertThat(again.at("/status")).isEqualTo("APPROVED");
	}

	@Test
	void a_stale_decision_is_ignored() {
		CommentSubmitted comment = submit();
		moderation.publish(decision(comment, Verdict.APPROVE, 1, 2));
		awaitStatus(comment, "APPROVED");

		moderation.publish(decision(comment, Verdict.REJECT, 1, 1));
		moderation.publish(decision(comment, Verdict.REJECT, 2, 9));

		CommentSubmitted marker = marker(comment);
		awaitStatus(marker, "HELD");
		assertThat(show(comment).at("/status")).isEqualTo("APPROVED");
	}

	@Test
	void the_highest_of_several_decisions_in_one_batch_wins() {
		CommentSubmitted comment = submit();
		moderation.publish(decision(comment, Verdict.HOLD, 1, 1));
		moderation.publish(decision(comment, Verdict.REJECT, 1, 2));
		moderation.publish(decision(comment, Verdict.APPROVE, 1, 3));

		awaitStatus(comment, "APPROVED");
	}

	@Test
	void a_withdrawn_comment_stays_withdrawn() {
		CommentSubmitted comment = submit();
		jdbc.sql("update comment set status = 'WITHDRAWN' where id = ?::uuid").param(comment.commentId()).update();

		moderation.publish(decision(comment, Verdict.APPROVE));

		awaitStatus(marker(comment), "HELD");
		assertThat(show(comment).at("/status")).isEqualTo("WITHDRAWN");
	}

	@Test
	void a_record_that_cannot_be_read_is_set_aside_with_the_reason_and_nothing_stops() {
		CommentSubmitted comment = submit();
		byte[] poison = ("poison of " + comment.commentId()).getBytes(StandardCharsets.UTF_8);

		moderation.publish(comment.authorKey(), poison, new RecordHeaders());
		moderation.publish(comment.authorKey(), null, new RecordHeaders());
		moderation.publish(decision(comment, Verdict.APPROVE));

		awaitStatus(comment, "APPROVED");
		ConsumerRecord<byte[], byte[]> letter = moderation.first(Topics.DECISIONS_DLT,
				record -> Arrays.equals(record.value(), poison));
		assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).isEqualTo("The record has no ce_type header");
		assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_TOPIC)).isEqualTo("decisions");
		assertThat(header(letter, KafkaHeaders.DLT_ORIGINAL_OFFSET)).matches("\\d+");
	}

	@Test
	void a_decision_of_an_impossible_time_is_set_aside_and_nothing_stops() {
		CommentSubmitted comment = submit();
		RecordHeaders headers = new RecordHeaders();
		headers.add("ce_type", "io.parley.decision.v1".getBytes(StandardCharsets.UTF_8));
		byte[] value = Json.MAPPER.writeValueAsString(decision(comment, Verdict.HOLD))
			.replaceFirst("\"decidedAt\":\"[^\"]*\"", "\"decidedAt\":\"+999999-01-01T00:00:00Z\"")
			.getBytes(StandardCharsets.UTF_8);

		moderation.publish(comment.authorKey(), value, headers);
		moderation.publish(decision(comment, Verdict.APPROVE));

		awaitStatus(comment, "APPROVED");
		ConsumerRecord<byte[], byte[]> letter = moderation.first(Topics.DECISIONS_DLT,
				record -> Arrays.equals(record.value(), value));
		assertThat(header(letter, KafkaHeaders.DLT_EXCEPTION_MESSAGE)).contains("decidedAt");
	}

	private CommentSubmitted submit() {
		String author = newId();
		platform.post(comment("decisions", author, "What do you think?"));
		return moderation.commentBy("daily/" + author);
	}

	/** A later comment of the same author, decided after what came before it. */
	private CommentSubmitted marker(CommentSubmitted comment) {
		String id = platform.post(comment("decisions", requireNonNull(comment.author().id()), "marker")).at("/id");
		CommentSubmitted marker = await().atMost(SOON)
			.until(() -> moderation.eventsBy(comment.authorKey())
				.stream()
				.map(CommentSubmitted.class::cast)
				.filter(event -> event.commentId().equals(id))
				.findFirst()
				.orElse(null), found -> found != null);
		moderation.publish(decision(marker, Verdict.HOLD));
		return marker;
	}

	private Answer show(CommentSubmitted comment) {
		return platform.get("/v1/comments/" + comment.commentId());
	}

	private void awaitStatus(CommentSubmitted comment, String status) {
		await().atMost(SOON).untilAsserted(() -> assertThat(show(comment).at("/status")).isEqualTo(status));
	}

	private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
		return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
	}

}
