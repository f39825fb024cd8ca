package io.parley.moderation;

import static io.parley.moderation.fixture.Comments.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.parley.contract.CommentSubmitted;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
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

/** Campaigns, as moderators find them and decide about them. */
@ModerationServiceTest
class CampaignTests {

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	@Test
	void given_a_campaign_then_it_is_listed_shown_with_its_comments_and_rejected_in_one_action() {
		List<CommentSubmitted> comments = campaign();
		JsonNode campaign = listed(comments);
		String id = campaign.path("id").asString();
		assertThat(campaign.path("authors").asInt()).isEqualTo(4);
		assertThat(campaign.path("status").asString()).isEqualTo("OPEN");

		JsonNode shown = await().atMost(Duration.ofSeconds(30))
			.until(() -> moderator.get("/v1/campaigns/" + id).json(), answer -> answer.path("comments").size() == 4);
		assertThat(shown.path("comments").valueStream().map(entry -> entry.at("/comment/commentId").asString()))
			.containsExactlyInAnyOrderElementsOf(comments.stream().map(CommentSubmitted::commentId).toList());
		assertThat(shown.at("/comments/0/decision/hits/0/values/campaign.authors").asInt()).isPositive();

		assertThat(review(id, "CONFIRMED").status()).isEqualTo(202);

		for (CommentSubmitted comment : comments) {
			Decision decision = await().atMost(Duration.ofSeconds(30))
				.until(() -> moderator.decision(comment.commentId()),
						found -> found.source() == DecisionSource.MODERATOR);
			assertThat(decision.verdict()).isEqualTo(Verdict.REJECT);
			assertThat(decision.moderator()).isEqualTo(Moderator.NAME);
		}
		await().atMost(Duration.ofSeconds(30))
			.until(() -> moderator.get("/v1/campaigns/" + id).json().at("/campaign/status").asString(),
					"CONFIRMED"::equals);
		assertThat(moderator.get("/v1/campaigns?status=CONFIRMED&limit=100").text()).contains(id);
		assertThat(moderator.get("/v1/campaigns?status=OPEN&limit=100").text()).doesNotContain(id);
	}

	@Test
	void given_a_campaign_is_dismissed_then_its_comments_are_decided_as_if_there_were_none() {
		List<CommentSubmitted> comments = campaign();
		String id = listed(comments).path("id").asString();

		assertThat(review(id, "ORGANIC").status()).isEqualTo(202);

		for (CommentSubmitted comment : comments) {
			await().atMost(Duration.ofSeconds(30))
				.until(() -> moderator.decision(comment.commentId()).verdict(), Verdict.APPROVE::equals);
		}
	}

	@Test
	void given_a_rebuild_then_campaigns_are_read_again_from_the_log() {
		List<CommentSubmitted> comments = campaign();
		String id = listed(comments).path("id").asString();

		moderator.asAdmin().post("/v1/projection/rebuild", "");

		await().atMost(Duration.ofSeconds(60))
			.until(() -> moderator.get("/v1/campaigns/" + id).json().path("comments").size(), size -> size == 4);
	}

	@Test
	void given_an_unknown_campaign_then_it_says_so() {
		assertThat(moderator.get("/v1/campaigns/0123").status()).isEqualTo(404);
		assertThat(review("0123", "ORGANIC").problem()).contains("GET /v1/campaigns");
	}

	@ParameterizedTest
	@ValueSource(strings = { "?limit=0", "?limit=101", "?status=MAYBE", "?cursor=forged", "?site=%00" })
	void given_a_bad_request_then_it_says_what_to_send(String query) {
		Answer answer = moderator.get("/v1/campaigns" + query);

		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.problem()).isNotBlank();
	}

	@Test
	void given_no_verdict_then_it_says_which_there_are() {
		Answer answer = moderator.post("/v1/campaigns/0123/review", "{}");

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text()).contains("CONFIRMED").contains("ORGANIC");
	}

	@Test
	void given_nobody_signed_in_then_nothing_is_told() {
		assertThat(moderator.as("").get("/v1/campaigns").status()).isEqualTo(401);
	}

	/** Four readers, one text that no other test has. */
	private List<CommentSubmitted> campaign() {
		String words = Stream.generate(UUID::randomUUID)
			.limit(5)
			.map(id -> id.toString().replace("-", " "))
			.collect(Collectors.joining(" and the "));
		List<CommentSubmitted> comments = IntStream.range(0, 4).mapToObj(_ -> comment(words)).toList();
		comments.forEach(log::publish);
		return comments;
	}

	private JsonNode listed(List<CommentSubmitted> comments) {
		await().atMost(Duration.ofSeconds(30))
			.until(() -> moderator.decision(comments.getFirst().commentId()).verdict(), Verdict.HOLD::equals);
		return await().atMost(Duration.ofSeconds(30)).until(() -> find(comments), found -> !found.isEmpty()).getFirst();
	}

	/** Of the listed campaigns the one that has the comments, once it is there. */
	private List<JsonNode> find(List<CommentSubmitted> comments) {
		return moderator.get("/v1/campaigns?limit=100&site=gazette")
			.json()
			.path("campaigns")
			.valueStream()
			.filter(campaign -> campaign.path("authors").asInt() == 4)
			.filter(campaign -> moderator.get("/v1/campaigns/" + campaign.path("id").asString())
				.text()
				.contains(comments.getFirst().commentId()))
			.toList();
	}

	private Answer review(String id, String verdict) {
		return moderator.send("POST", "/v1/campaigns/" + id + "/review",
				BodyPublishers.ofString("{\"verdict\":\"" + verdict + "\"}"));
	}

}
