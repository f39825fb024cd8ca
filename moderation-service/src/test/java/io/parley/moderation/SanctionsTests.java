package io.parley.moderation;

import static io.parley.moderation.fixture.Comments.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.Verdict;
import io.parley.moderation.fixture.Answer;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What moderators impose on authors. */
@ModerationServiceTest
class SanctionsTests {

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	@Test
	void given_a_ban_then_the_authors_next_comment_is_rejected_until_it_is_lifted() {
		String author = comment("").authorKey();

		assertThat(sanction(author, "BAN", null).status()).isEqualTo(202);
		assertThat(decided(by(author, "Good evening."))).isEqualTo(Verdict.REJECT);

		assertThat(sanction(author, "BAN", "2000-01-01T00:00:00Z").status()).isEqualTo(202);
		assertThat(decided(by(author, "And good night."))).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void given_sanctions_then_those_in_force_are_listed_page_by_page() {
		String site = "site" + UUID.randomUUID();
		sanction(site + "/lifted", "BAN", null);
		sanction(site + "/banned", "BAN", null);
		sanction(site + "/muted", "MUTE", "2126-01-01T00:00:00Z");
		sanction(site + "/muted", "BAN", "2126-01-01T00:00:00Z");
		sanction(site + "/lifted", "BAN", "2000-01-01T00:00:00Z");
		sanction("other" + site + "/banned", "BAN", null);

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(() -> assertThat(
					listed(site, "&limit=100").path("sanctions").valueStream().map(SanctionsTests::words))
				.containsExactly("BAN " + site + "/muted", "MUTE " + site + "/muted", "BAN " + site + "/banned"));
		JsonNode first = listed(site, "&limit=2");
		JsonNode second = listed(site, "&limit=2&cursor=" + first.path("next").asString());
		assertThat(first.path("sanctions").valueStream().map(SanctionsTests::words))
			.containsExactly("BAN " + site + "/muted", "MUTE " + site + "/muted");
		assertThat(second.path("sanctions").valueStream().map(SanctionsTests::words))
			.containsExactly("BAN " + site + "/banned");
		assertThat(second.path("next").isNull()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			cursor=nonsense | send next of the last page
			cursor=WyJhIiwiYiJd | send next of the last page
			limit=0         | between 1 and 100
			""")
	void given_a_bad_question_then_the_answer_says_what_to_fix(String query, String expected) {
		Answer answer = moderator.get("/v1/sanctions?" + query);

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.text()).contains(expected);
	}

	private JsonNode listed(String site, String query) {
		Answer answer = moderator.get("/v1/sanctions?site=" + site + query);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	private static String words(JsonNode sanction) {
		return sanction.path("kind").asString() + " " + sanction.path("authorKey").asString();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                                | is required
			{"author":"gazette/lena"}                                         | BAN or MUTE
			{"author":"lena","kind":"BAN"}                                    | such as gazette/lena
			{"author":"gazette/lena","kind":"MUTE"}                           | is required of a time-out
			{"author":"gazette/lena","kind":"BAN","until":"tomorrow"}         | must be a time such as
			{"author":"gazette/lena","kind":"EXILE"}                          | must be one of BAN, MUTE
			""")
	void given_a_bad_sanction_then_the_answer_says_what_to_fix(String body, String expected) {
		Answer answer = moderator.post("/v1/sanctions", body);

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.text()).contains(expected);
	}

	private Answer sanction(String author, String kind, @Nullable String until) {
		String end = (until != null) ? ",\"until\":\"" + until + "\"" : "";
		return moderator.post("/v1/sanctions", "{\"author\":\"%s\",\"kind\":\"%s\"%s}".formatted(author, kind, end));
	}

	private Verdict decided(CommentSubmitted comment) {
		log.publish(comment);
		return log.nextDecision(comment.commentId()).verdict();
	}

	/** A comment of now: what was written before the moderator acted is not touched. */
	private static CommentSubmitted by(String author, String body) {
		CommentSubmitted other = comment(body);
		return new CommentSubmitted(other.commentId(), 1, other.site(), other.thread(), null,
				new Author(author, null, null, null, null), body, null, Instant.now());
	}

}
