package io.parley.moderation;

import static io.parley.moderation.fixture.Comments.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentWithdrawn;
import io.parley.contract.Json;
import io.parley.contract.Verdict;
import io.parley.moderation.fixture.Answer;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What waits for moderators, and the tables that it is read from. */
@ModerationServiceTest
class QueueTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	@Autowired
	private MeterRegistry meters;

	@Test
	void given_held_comments_then_the_queue_has_them_oldest_first_in_pages_with_text_and_evidence() {
		List<String> ids = Stream.of(1, 2, 3).map(hour -> held(NOON.plus(Duration.ofHours(hour))).commentId()).toList();

		await().untilAsserted(() -> assertThat(queue(1)).containsSubsequence(ids));
		JsonNode entry = entries("?limit=100").stream()
			.filter(candidate -> idOf(candidate).equals(ids.getFirst()))
			.findFirst()
			.orElseThrow();
		assertThat(entry.at("/comment/body").asString()).contains("https://example.org/");
		assertThat(entry.at("/decision/hits/0/spans/0/start").asInt()).isPositive();
	}

	@Test
	void given_a_decision_or_a_withdrawal_then_the_comment_leaves_the_queue() {
		CommentSubmitted reviewed = held();
		CommentSubmitted withdrawn = held();
		await()
			.untilAsserted(() -> assertThat(queue(100)).contains(reviewed.commentId()).contains(withdrawn.commentId()));

		moderator.review("{\"commentId\":\"%s\",\"revision\":1,\"verdict\":\"REJECT\"}".formatted(reviewed.commentId()),
				null);
		log.publish(new CommentWithdrawn(withdrawn.commentId(), 2, withdrawn.site(), withdrawn.threadId(),
				withdrawn.authorKey(), withdrawn.submittedAt().plusSeconds(9)));

		await().untilAsserted(() -> assertThat(queue(100)).doesNotContain(reviewed.commentId(), withdrawn.commentId()));
	}

	@Test
	void given_held_comments_then_the_queues_depth_and_age_are_measured() {
		held(NOON.minus(Duration.ofHours(1)));
		await().untilAsserted(() -> assertThat(queue(100)).isNotEmpty());

		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
			assertThat(meters.get("parley.queue.depth").gauge().value()).isEqualTo(queue(100).size());
			assertThat(meters.get("parley.queue.age").timeGauge().value(TimeUnit.HOURS))
				.isGreaterThan(1.0 + Duration.between(NOON, Instant.now()).toHours());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=101", "?limit=many", "?cursor=forged", "?cursor=%00", "?cursor=",
			"?site=%00" })
	void given_a_bad_request_for_the_queue_then_it_says_what_to_send(String query) {
		Answer answer = moderator.get("/v1/queue" + query);

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.problem()).isNotBlank();
	}

	@Test
	void given_a_site_then_only_its_comments_are_shown() {
		CommentSubmitted comment = held();
		await().untilAsserted(() -> assertThat(queue(100)).contains(comment.commentId()));

		assertThat(entries("?site=another")).isEmpty();
		assertThat(entries("?limit=100&site=" + comment.site())).isNotEmpty();
	}

	@Test
	void given_a_rebuild_then_the_tables_are_read_again_from_the_log() {
		CommentSubmitted comment = held();
		await().untilAsserted(() -> assertThat(queue(100)).contains(comment.commentId()));
		int before = moderator.asAdmin().get("/v1/projection").json().path("generation").asInt();

		Answer begun = moderator.asAdmin().post("/v1/projection/rebuild", "");

		assertThat(begun.status()).isEqualTo(202);
		assertThat(begun.json().path("generation").asInt()).isEqualTo(before + 1);
		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(moderator.asAdmin().get("/v1/projection").json().path("lag").asInt()).isZero());
		assertThat(queue(100)).contains(comment.commentId());
	}

	@Test
	void given_no_administrator_then_no_rebuild() {
		Answer answer = moderator.post("/v1/projection/rebuild", "");

		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.problem()).contains("role");
	}

	private CommentSubmitted held() {
		return held(NOON);
	}

	private CommentSubmitted held(Instant submittedAt) {
		CommentSubmitted comment = comment("Read https://example.org/treaty first", submittedAt);
		log.publish(comment);
		assertThat(log.nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.HOLD);
		return comment;
	}

	/** Ids of the whole queue, read in pages. */
	private List<String> queue(int limit) {
		List<String> ids = new ArrayList<>();
		JsonNode page;
		String next = "";
		do {
			page = moderator.get("/v1/queue?limit=" + limit + (next.isEmpty() ? "" : "&cursor=" + next)).json();
			page.path("comments").forEach(entry -> ids.add(idOf(entry)));
			next = page.path("next").asString("");
		}
		while (!next.isEmpty());
		return ids;
	}

	private List<JsonNode> entries(String query) {
		return moderator.get("/v1/queue" + query).json().path("comments").valueStream().toList();
	}

	private static String idOf(JsonNode entry) {
		return entry.at("/comment/commentId").asString();
	}

}
