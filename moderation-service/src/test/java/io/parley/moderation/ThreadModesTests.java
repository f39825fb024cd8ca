package io.parley.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import io.parley.contract.DecisionSource;
import io.parley.contract.EventSerde;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadMode;
import io.parley.contract.Topics;
import io.parley.moderation.fixture.Answer;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What moderators do to threads. */
@ModerationServiceTest
class ThreadModesTests {

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	@Test
	void given_a_thread_is_slowed_down_then_the_topology_decides_so() {
		String thread = "a/post " + UUID.randomUUID();
		Answer answer = moderator.post("/v1/threads/mode", """
				{"site":"gazette","thread":"%s","mode":"SLOW","slowModeSeconds":60,"until":"2126-01-01T00:00:00Z"}"""
			.formatted(thread));

		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
		var record = log.next(Topics.THREADS, candidate -> ("gazette/" + thread).equals(candidate.key()));
		ThreadDecision decision = new EventSerde<>(ThreadDecision.class).deserialize(record.topic(), record.headers(),
				record.value());
		assertThat(decision.threadId()).isEqualTo(thread);
		assertThat(decision.mode()).isEqualTo(ThreadMode.SLOW);
		assertThat(decision.slowModeSeconds()).isEqualTo(60);
		assertThat(decision.source()).isEqualTo(DecisionSource.MODERATOR);
		assertThat(decision.until()).isEqualTo("2126-01-01T00:00:00Z");
		assertThat(new String(record.headers().lastHeader("ce_subject").value(), UTF_8)).isEqualTo("gazette/" + thread);
	}

	@Test
	void given_restricted_threads_then_they_are_listed_page_by_page() {
		String site = "site" + UUID.randomUUID();
		restrict(site, "a closed one", "CLOSED", "");
		restrict(site, "b/slow", "SLOW", ",\"slowModeSeconds\":30");
		restrict(site, "c over", "CLOSED", ",\"until\":\"2001-01-01T00:00:00Z\"");
		restrict(site, "d opened", "CLOSED", "");
		restrict(site, "d opened", "OPEN", "");
		restrict(site, "e closed", "CLOSED", "");

		await().atMost(Duration.ofSeconds(30))
			.untilAsserted(
					() -> assertThat(restricted(site, "").path("threads").valueStream().map(ThreadModesTests::words))
						.containsExactly("a closed one CLOSED", "b/slow SLOW 30", "e closed CLOSED"));
		JsonNode first = restricted(site, "&limit=2");
		JsonNode second = restricted(site, "&limit=2&cursor=" + first.path("next").asString());
		assertThat(first.path("threads").valueStream().map(ThreadModesTests::words))
			.containsExactly("a closed one CLOSED", "b/slow SLOW 30");
		assertThat(second.path("threads").valueStream().map(ThreadModesTests::words))
			.containsExactly("e closed CLOSED");
	}

	@Test
	void given_a_cursor_of_something_else_then_the_answer_says_what_to_fix() {
		Answer answer = moderator.get("/v1/threads/restricted?cursor=nonsense");

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.text()).contains("send next of the last page");
	}

	private void restrict(String site, String thread, String mode, String more) {
		Answer answer = moderator.post("/v1/threads/mode", """
				{"site":"%s","thread":"%s","mode":"%s"%s}""".formatted(site, thread, mode, more));
		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
	}

	private JsonNode restricted(String site, String query) {
		Answer answer = moderator.get("/v1/threads/restricted?site=" + site + query);
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return answer.json();
	}

	private static String words(JsonNode thread) {
		String seconds = thread.path("slowModeSeconds").asString("");
		return (thread.path("thread").asString() + " " + thread.path("mode").asString() + " " + seconds).strip();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{}                                                                     | is required
			{"site":"gazette","thread":"t","mode":"SLOW"}                          | must be from 1 to 86400
			{"site":"gazette","thread":"t","mode":"CLOSED","slowModeSeconds":5}    | belongs to the mode SLOW
			{"site":"gazette","thread":"t","mode":"SHUT"}                          | must be one of
			{"site":"gazette","thread":"t","mode":"OPEN","until":"tomorrow"}       | must be a time such as
			""")
	void given_a_bad_request_then_the_answer_says_what_to_fix(String body, String expected) {
		Answer answer = moderator.post("/v1/threads/mode", body);

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.text()).contains(expected);
	}

}
