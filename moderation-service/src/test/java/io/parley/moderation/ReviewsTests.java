package io.parley.moderation;

import static io.parley.moderation.fixture.Comments.comment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;

import io.parley.contract.CommentSubmitted;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import io.parley.moderation.access.PasswordRules;
import io.parley.moderation.fixture.Answer;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What moderators decide, and what they see of decisions. */
@ModerationServiceTest
class ReviewsTests {

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void given_a_comment_then_its_decision_is_published_and_can_be_looked_up() {
		CommentSubmitted comment = comment("Play LUCKY  roulette tonight!");
		log.publish(comment);

		Decision decision = log.nextDecision(comment.commentId());
		assertThat(decision.verdict()).isEqualTo(Verdict.REJECT);
		assertThat(decision.decidedAt()).isEqualTo(comment.submittedAt());
		assertThat(moderator.decision(comment.commentId())).isEqualTo(decision);
	}

	@Test
	void given_a_review_then_the_topology_decides_with_the_moderators_name() {
		CommentSubmitted comment = decided("Read https://example.org/treaty first", Verdict.HOLD);

		Answer answer = moderator.review(approval(comment, 1), null);

		assertThat(answer.status()).isEqualTo(202);
		Decision decision = log.nextDecision(comment.commentId());
		assertThat(decision.verdict()).isEqualTo(Verdict.APPROVE);
		assertThat(decision.source()).isEqualTo(DecisionSource.MODERATOR);
		assertThat(decision.moderator()).isEqualTo(Moderator.NAME);
		assertThat(decision.ordinal()).isEqualTo(2);
		await().untilAsserted(() -> assertThat(moderator.decision(comment.commentId())).isEqualTo(decision));
	}

	@Test
	void given_a_review_of_somebody_who_signs_in_then_the_decision_tells_their_name() {
		jdbc.sql("insert into moderator (name, role, password) values ('Ines', 'moderator', ?)")
			.param(PasswordRules.hash("two bridges over one river"))
			.update();
		CommentSubmitted comment = decided("Read https://example.org/annex first", Verdict.HOLD);
		Moderator ines = moderator.signedIn("ines", "two bridges over one river");

		await().pollInterval(Duration.ofSeconds(1))
			.until(() -> ines.review(approval(comment, 1), "annex").status() == 202);

		assertThat(log.nextDecision(comment.commentId()).moderator()).isEqualTo("Ines");
	}

	@Test
	void given_a_traced_review_then_its_decision_tells_the_trace() {
		String trace = "0af7651916cd43dd8448eb211c80319c";
		CommentSubmitted comment = decided("Read https://example.org/minutes-2 first", Verdict.HOLD);

		moderator.send("POST", "/v1/reviews", BodyPublishers.ofString(approval(comment, 1)), "traceparent",
				"00-" + trace + "-b7ad6b7169203331-01");

		var record = log.next(Topics.DECISIONS,
				candidate -> new String(candidate.headers().lastHeader("ce_subject").value(), UTF_8)
					.equals(comment.commentId()));
		assertThat(new String(record.headers().lastHeader("traceparent").value(), UTF_8)).startsWith("00-" + trace);
	}

	@Test
	void given_the_same_review_sent_twice_with_its_key_then_it_is_one_review() {
		CommentSubmitted comment = decided("And https://example.org/appendix too", Verdict.HOLD);

		String first = moderator.review(approval(comment, 1), "once").text();
		String second = moderator.review(approval(comment, 1), "once").text();

		assertThat(second).isEqualTo(first);
		Decision decision = log.nextDecision(comment.commentId());
		assertThat(log.nextDecision(comment.commentId())).isEqualTo(decision);
	}

	@Test
	void given_another_review_with_a_key_that_was_used_then_it_is_not_dropped() {
		CommentSubmitted comment = decided("See https://example.org/minutes", Verdict.HOLD);

		moderator.review(approval(comment, 1), "same");
		moderator.review(approval(comment, 1).replace("APPROVE", "REJECT"), "same");

		assertThat(log.nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.APPROVE);
		assertThat(log.nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.REJECT);
	}

	@Test
	void given_a_review_of_an_unknown_comment_then_not_found() {
		Answer answer = moderator.review(
				"{\"commentId\":\"01932f6e-7b1a-7c3e-9a55-2f4f0c7d1e10\",\"revision\":1,\"verdict\":\"HOLD\"}", null);

		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.problem()).contains("no decision about a comment");
	}

	@Test
	void given_a_review_of_another_revision_then_conflict() {
		CommentSubmitted comment = decided("A plain remark.", Verdict.APPROVE);

		Answer answer = moderator.review(approval(comment, 2), null);

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.problem()).contains("at revision 1 now, not 2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{                                                               | not valid JSON
					[]                                                              | must be a JSON object
					{"verdikt":"APPROVE"}                                           | verdikt is not known here; known are commentId
					{"verdict":"HOLD","verdict":"REJECT"}                           | Duplicate Object property
					{"commentId":"c","revision":1,"verdict":"PUBLISH"}              | verdict must be one of APPROVE, HOLD, REJECT
					{"commentId":"c","revision":1,"verdict":2}                      | verdict must be one of APPROVE, HOLD, REJECT
					{"commentId":"c","revision":1,"verdict":"2"}                    | verdict must be one of APPROVE, HOLD, REJECT
					{"commentId":"c","revision":1.9,"verdict":"HOLD"}               | revision must be a whole number
					{"commentId":"c","revision":"1","verdict":"HOLD"}               | revision must be a whole number
					{"commentId":7,"revision":1,"verdict":"HOLD"}                   | commentId must be a string
					{"commentId":"c\\u0000","revision":1,"verdict":"HOLD"}          | has a NUL character
					{"commentId":"c","revision":1,"verdict":"HOLD","note":"\\ud83d"} | has an unpaired surrogate
					{"commentId":"c","revision":0,"verdict":"HOLD"}                 | the revision that you looked at
					{}                                                              | APPROVE, HOLD or REJECT
					{"commentId":"c","revision":1,"verdict":"HOLD","reason":"mood"} | is not a reason of policy 'pipeline'
					""")
	void given_a_bad_review_then_the_answer_says_what_to_fix(String body, String expected) {
		Answer answer = moderator.review(body, null);

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.problem()).isNotBlank();
		assertThat(answer.text()).contains(expected).doesNotContain("io.parley", "java.lang", "JsonToken", "REDACTED");
	}

	@Test
	void given_an_idempotency_key_that_says_nothing_then_it_is_refused() {
		Answer answer = moderator.review("{}", "");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).contains("Idempotency-Key");
	}

	@Test
	void given_a_request_that_is_too_large_then_it_is_refused() {
		assertThat(moderator.review("{\"note\":\"" + "x".repeat(70_000) + "\"}", null).status()).isEqualTo(413);
	}

	private CommentSubmitted decided(String body, Verdict expected) {
		CommentSubmitted comment = comment(body);
		log.publish(comment);
		assertThat(log.nextDecision(comment.commentId()).verdict()).isEqualTo(expected);
		moderator.decision(comment.commentId());
		return comment;
	}

	private static String approval(CommentSubmitted comment, int revision) {
		return "{\"commentId\":\"%s\",\"revision\":%d,\"verdict\":\"APPROVE\"}".formatted(comment.commentId(),
				revision);
	}

}
