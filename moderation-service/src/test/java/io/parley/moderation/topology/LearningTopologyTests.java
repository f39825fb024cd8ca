package io.parley.moderation.topology;

import static io.parley.moderation.topology.Events.comment;
import static io.parley.moderation.topology.Events.review;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CorrectionLearned;
import io.parley.contract.CorrectionReset;
import io.parley.contract.Decision;
import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What reviews teach, on its way through the topology and back. */
class LearningTopologyTests {

	private TopologyTestDriver driver;

	private TestInputTopic<String, Event> comments;

	private TestOutputTopic<String, ModerationInput> told;

	private TestOutputTopic<String, Decision> decisions;

	@BeforeEach
	void start(@TempDir Path folder) throws Exception {
		Path policy = Files.writeString(folder.resolve("policy.yaml"), """
				policy: learning
				verdicts: { hold: 5, reject: 10 }
				model: { learn: true }
				rules:
				  - { id: toxic, when: 'toxicity.score > 0.3', then: hold }
				""");
		this.driver = ModerationTopologyTests.driver(folder, policy, new SimpleMeterRegistry());
		this.comments = driver.createInputTopic(Topics.COMMENTS, new StringSerializer(), new EventSerde<>(Event.class));
		this.told = driver.createOutputTopic(Topics.COMMENTS, new StringDeserializer(),
				new EventSerde<>(ModerationInput.class));
		this.decisions = driver.createOutputTopic(Topics.DECISIONS, new StringDeserializer(),
				new EventSerde<>(Decision.class));
	}

	@AfterEach
	void stop() {
		driver.close();
	}

	@Test
	void two_hundred_reviews_become_a_version_that_later_decisions_name_until_a_reset() {
		for (int i = 0; i < 200; i++) {
			boolean unwanted = i % 2 == 0;
			CommentSubmitted comment = comment("c" + i, "author " + i, i,
					(unwanted ? "that stupid referee, number " : "what a stupid offside trap, number ") + i);
			comments.pipeInput(comment.authorKey(), comment);
			comments.pipeInput(comment.authorKey(),
					review("r" + i, comment, unwanted ? Verdict.REJECT : Verdict.APPROVE, null));
		}

		List<ModerationInput> signals = told.readValuesToList();
		CorrectionLearned learned = (CorrectionLearned) signals.getFirst();
		assertThat(signals).hasSize(1);
		assertThat(learned.reviews()).isEqualTo(200);
		assertThat(decide("later").correction()).isEqualTo(learned.version());

		comments.pipeInput("gazette", new CorrectionReset("5c2e1d0f-7b6a-4c3d-8e9f-0a1b2c3d4e5f", "gazette", null,
				"admin-olga", Events.EVENING.plusSeconds(3600)));

		assertThat(decide("after the reset").correction()).isNull();
	}

	private Decision decide(String id) {
		CommentSubmitted comment = comment(id, "ann", 3000, "that stupid referee again");
		comments.pipeInput(comment.authorKey(), comment);
		return requireNonNull(decisions.readValuesToList().getLast());
	}

}
