package io.parley.moderation.review;

import static java.util.Objects.requireNonNull;

import java.security.Principal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.contract.Review;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.projection.DecisionsInForce;
import io.parley.moderation.rollout.PublishedPolicies;
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
import org.springframework.web.bind.annotation.RestController;

/** Human decisions come in here; the topology alone turns them into decisions. */
@RestController
class ReviewController {

	private final DecisionsInForce decisions;

	private final ReviewPublisher publisher;

	private final PublishedPolicies policies;

	private final AuditLog audit;

	private final Clock clock;

	ReviewController(DecisionsInForce decisions, ReviewPublisher publisher, PublishedPolicies policies, AuditLog audit,
			Clock clock) {
		this.decisions = decisions;
		this.publisher = publisher;
		this.policies = policies;
		this.audit = audit;
		this.clock = clock;
	}

	/** The decision in force, with its hits and evidence. */
	@GetMapping("/v1/decisions/{commentId}")
	Decision decision(@PathVariable String commentId) {
		return decisions.find(commentId).orElseThrow(() -> noDecision(commentId));
	}

	/**
	 * Takes a review. The same {@code Idempotency-Key} and content of the same moderator
	 * make the same review, which is decided once.
	 */
	@PostMapping("/v1/reviews")
	ResponseEntity<Accepted> review(@RequestBody ReviewRequest request,
			@RequestHeader(name = "Idempotency-Key", required = false) @Nullable String idempotencyKey,
			Principal moderator) {
		Violations violations = request.violations();
		Policy policy = policies.inForce();
		if (request.reason() != null && policy.publicReason(request.reason()) == null) {
			violations.add("reason", "is not a reason of policy '" + policy.name() + "'; see its section 'reasons'");
		}
		violations.optionalKey("Idempotency-Key", idempotencyKey);
		violations.throwIfAny();
		String commentId = requireNonNull(request.commentId());
		int revision = requireNonNull(request.revision());
		Decision current = decisions.find(commentId).orElseThrow(() -> noDecision(commentId));
		if (current.revision() != revision) {
			throw ProblemException.of(HttpStatus.CONFLICT, "other-revision", "The comment is at revision "
					+ current.revision() + " now, not " + revision + ". Look at it again and review that one.");
		}
		Review review = new Review(reviewId(moderator.getName(), idempotencyKey, request), commentId, revision,
				current.site(), current.authorKey(), requireNonNull(request.verdict()), request.reason(),
				request.note(), moderator.getName(), clock.instant());
		publisher.publish(review);
		audit.add(moderator.getName(), HumanAction.DECIDED, current.site(), commentId, Map.of("verdict",
				review.verdict().name(), "revision", revision, "before", current.verdict().name(), "by", "API"));
		return ResponseEntity.accepted().body(new Accepted(review.reviewId(), new Links("/v1/decisions/" + commentId)));
	}

	private static String reviewId(String moderator, @Nullable String idempotencyKey, ReviewRequest request) {
		UUID id = (idempotencyKey != null)
				? UUID.nameUUIDFromBytes(Json.MAPPER.writeValueAsBytes(List.of(moderator, idempotencyKey, request)))
				: UUID.randomUUID();
		return id.toString();
	}

	private static ProblemException noDecision(String commentId) {
		return ProblemException.of(HttpStatus.NOT_FOUND, "unknown-comment",
				"There is no decision about a comment '" + commentId + "' (yet).");
	}

	/** A review that was taken; its decision follows on the topic. */
	record Accepted(String id, Links links) {
	}

	record Links(String decision) {
	}

}
