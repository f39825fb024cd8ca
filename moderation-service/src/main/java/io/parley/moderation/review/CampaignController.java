package io.parley.moderation.review;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import io.parley.moderation.projection.Campaigns;
import io.parley.moderation.projection.Campaigns.Place;
import io.parley.moderation.projection.Campaigns.Status;
import io.parley.problem.ProblemException;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Campaigns, and what moderators decide about each as a whole. */
@RestController
@RequestMapping("/v1/campaigns")
class CampaignController {

	private static final int MOST = 100;

	private final Campaigns campaigns;

	private final ReviewPublisher publisher;

	private final Clock clock;

	private final AuditLog audit;

	CampaignController(Campaigns campaigns, ReviewPublisher publisher, AuditLog audit, Clock clock) {
		this.audit = audit;
		this.campaigns = campaigns;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** The latest first. */
	@GetMapping
	Page list(@RequestParam(required = false) @Nullable String site,
			@RequestParam(required = false) @Nullable Status status,
			@RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
		Violations violations = limit(limit);
		violations.optionalId("site", site);
		Moment before = (cursor != null) ? Moment.read(cursor) : null;
		if (cursor != null && before == null) {
			violations.add("cursor", "is not one of campaigns; send next of the last page as it was, or none to begin");
		}
		violations.throwIfAny();
		List<CampaignSeen> found = campaigns.page(site, status,
				(before != null) ? new Place(before.at(), before.id()) : null, limit);
		return new Page(found.stream().map(Campaign::of).toList(),
				(found.size() == limit) ? cursor(found.getLast()) : null);
	}

	/** A campaign with a page of its comments. */
	@GetMapping("/{id}")
	Whole show(@PathVariable String id, @RequestParam(required = false) @Nullable String after,
			@RequestParam(defaultValue = "50") int limit) {
		Violations violations = limit(limit);
		violations.optionalId("after", after);
		violations.throwIfAny();
		CampaignSeen campaign = campaign(id);
		List<Campaigns.Member> members = campaigns.members(campaign.campaignId(), after, limit);
		return new Whole(Campaign.of(campaign),
				members.stream().map(member -> new Member(member.comment(), member.decision())).toList(),
				(members.size() == limit) ? members.getLast().decision().commentId() : null);
	}

	/**
	 * Takes a review of the whole campaign: its comments are rejected at once, or judged
	 * as if there were none. What moderators said about single comments stays. The same
	 * {@code Idempotency-Key} and content of the same moderator make the same review.
	 */
	@PostMapping("/{id}/review")
	ResponseEntity<Accepted> review(@PathVariable String id, @RequestBody CampaignReviewRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			Principal moderator) {
		Violations violations = request.violations();
		violations.optionalKey("Idempotency-Key", idempotencyKey);
		violations.throwIfAny();
		CampaignSeen campaign = campaign(id);
		CampaignReviewed review = new CampaignReviewed(reviewId(moderator.getName(), idempotencyKey, id, request),
				campaign.campaignId(), campaign.site(), requireNonNull(request.verdict()), request.note(),
				moderator.getName(), clock.instant().truncatedTo(ChronoUnit.MICROS));
		publisher.publish(review);
		audit.add(moderator.getName(), HumanAction.DECIDED_CAMPAIGN, review.site(), review.campaignId(),
				Map.of("verdict", review.verdict().name(), "by", "API"));
		return ResponseEntity.accepted()
			.body(new Accepted(review.reviewId(), new Links("/v1/campaigns/" + campaign.campaignId())));
	}

	private CampaignSeen campaign(String id) {
		Violations violations = new Violations();
		violations.requiredId("id", id);
		violations.throwIfAny();
		return campaigns.find(id)
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "unknown-campaign",
					"There is no campaign '" + id + "' (yet). GET /v1/campaigns lists them."));
	}

	private static Violations limit(int limit) {
		Violations violations = new Violations();
		if (limit < 1 || limit > MOST) {
			violations.add("limit", "must be between 1 and " + MOST);
		}
		return violations;
	}

	private static String reviewId(String moderator, @Nullable String idempotencyKey, String campaign,
			CampaignReviewRequest request) {
		UUID id = (idempotencyKey != null)
				? UUID.nameUUIDFromBytes(
						Json.MAPPER.writeValueAsBytes(List.of(moderator, idempotencyKey, campaign, request)))
				: UUID.randomUUID();
		return id.toString();
	}

	private static String cursor(CampaignSeen campaign) {
		return new Moment(campaign.lastAt(), campaign.campaignId()).cursor();
	}

	/**
	 * @param next cursor of the next page, null if this one is not full
	 */
	record Page(List<Campaign> campaigns, @Nullable String next) {

	}

	/**
	 * A campaign as it is known by now.
	 *
	 * @param minutes from its first comment to its last
	 * @param moderator who decided, or null while it is open
	 */
	record Campaign(String id, String site, Status status, int authors, int size, int threads, int links,
			double similarity, Instant firstAt, Instant lastAt, long minutes, @Nullable String moderator,
			@Nullable Instant decidedAt) {

		static Campaign of(CampaignSeen seen) {
			CampaignSeen.Ruling ruling = seen.ruling();
			return new Campaign(seen.campaignId(), seen.site(), Status.of(seen), seen.authors(), seen.size(),
					seen.threads(), seen.links(), seen.similarity(), seen.firstAt(), seen.lastAt(),
					ChronoUnit.MINUTES.between(seen.firstAt(), seen.lastAt()),
					(ruling != null) ? ruling.moderator() : null, (ruling != null) ? ruling.ruledAt() : null);
		}

	}

	/**
	 * A campaign with comments of it, by id.
	 *
	 * @param next to ask for as {@code after}, null if this page is not full
	 */
	record Whole(Campaign campaign, List<Member> comments, @Nullable String next) {

	}

	/** A comment of the campaign and the decision in force. */
	record Member(JsonNode comment, Decision decision) {

	}

	/** A review that was taken; its decisions follow on the topic. */
	record Accepted(String id, Links links) {

	}

	record Links(String campaign) {

	}

}
