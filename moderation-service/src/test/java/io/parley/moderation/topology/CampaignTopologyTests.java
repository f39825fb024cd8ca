package io.parley.moderation.topology;

import static io.parley.moderation.topology.Events.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
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

/** What many authors do, on its way through the topology and back. */
class CampaignTopologyTests {

	private static final String LETTER = "I used to support the new bridge, but when I saw the bill for our street I "
			+ "changed my mind. Our shops are empty so that contractors can feel important. Ask who pays for it!";

	private TopologyTestDriver driver;

	private TestInputTopic<String, Event> comments;

	private TestOutputTopic<String, ModerationInput> told;

	private TestOutputTopic<String, Decision> decisions;

	@BeforeEach
	void start(@TempDir Path state) throws Exception {
		this.driver = ModerationTopologyTests.driver(state, new SimpleMeterRegistry());
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
	void given_three_authors_with_one_text_then_the_first_two_are_decided_again() {
		send(1, 3);

		assertThat(decisions.readValuesToList())
			.extracting(Decision::commentId, Decision::source, Decision::verdict, Decision::ordinal)
			.containsExactly(tuple("c1", DecisionSource.RULES, Verdict.APPROVE, 1),
					tuple("c2", DecisionSource.RULES, Verdict.APPROVE, 1),
					tuple("c3", DecisionSource.RULES, Verdict.HOLD, 1),
					tuple("c1", DecisionSource.RETRO, Verdict.HOLD, 2),
					tuple("c2", DecisionSource.RETRO, Verdict.HOLD, 2));
		assertThat(told.readValuesToList()).map(CampaignSeen.class::cast)
			.extracting(CampaignSeen::authors)
			.containsExactly(2, 3);
	}

	@Test
	void given_a_burst_then_what_was_left_is_told_when_it_is_over() {
		send(1, 40);
		int authors = lastTold().authors();
		assertThat(authors).isLessThan(40);

		driver.advanceWallClockTime(Duration.ofSeconds(3));

		assertThat(lastTold().authors()).isEqualTo(40);
		assertThat(decisions.readValuesToList()).filteredOn(decision -> decision.verdict() == Verdict.HOLD)
			.extracting(Decision::commentId)
			.doesNotHaveDuplicates()
			.hasSize(40);
	}

	@Test
	void given_a_review_of_the_campaign_then_all_of_it_is_rejected_by_the_moderator() {
		send(1, 3);
		CampaignSeen campaign = lastTold();
		decisions.readValuesToList();
		comments.pipeInput("gazette", new CampaignReviewed("r1", campaign.campaignId(), "gazette",
				CampaignReviewed.Verdict.CONFIRMED, null, "mod-ines", Events.EVENING.plusSeconds(900)));

		assertThat(decisions.readValuesToList()).hasSize(3).allSatisfy(decision -> {
			assertThat(decision.source()).isEqualTo(DecisionSource.MODERATOR);
			assertThat(decision.verdict()).isEqualTo(Verdict.REJECT);
			assertThat(decision.moderator()).isEqualTo("mod-ines");
		});
	}

	private void send(int from, int to) {
		for (int i = from; i <= to; i++) {
			CommentSubmitted comment = comment("c" + i, "author" + i, i * 60, LETTER);
			comments.pipeInput(comment.authorKey(), comment);
		}
	}

	private CampaignSeen lastTold() {
		List<ModerationInput> all = told.readValuesToList();
		return (CampaignSeen) all.getLast();
	}

}
