package io.parley.moderation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
