package io.parley.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The CloudEvents types. A change that old readers cannot read becomes a new version. */
public enum EventType {

	COMMENT_SUBMITTED("io.parley.comment.submitted.v1", "/comment-service", CommentSubmitted.class),
	COMMENT_EDITED("io.parley.comment.edited.v1", "/comment-service", CommentEdited.class),
	COMMENT_WITHDRAWN("io.parley.comment.withdrawn.v1", "/comment-service", CommentWithdrawn.class),
	AUTHOR_FACTS("io.parley.author.facts.v1", "/comment-service", AuthorFacts.class),
	REVIEW("io.parley.review.v1", "/moderation-service", Review.class),
	AUTHOR_SANCTIONED("io.parley.author.sanctioned.v1", "/moderation-service", AuthorSanctioned.class),
	CAMPAIGN_REVIEWED("io.parley.campaign.reviewed.v1", "/moderation-service", CampaignReviewed.class),
	CAMPAIGN_SEEN("io.parley.campaign.seen.v1", "/moderation-service", CampaignSeen.class),
	THREAD_SEEN("io.parley.thread.seen.v1", "/moderation-service", ThreadSeen.class),
	RULE_BRAKED("io.parley.rule.braked.v1", "/moderation-service", RuleBraked.class),
	CORRECTION_LEARNED("io.parley.correction.learned.v1", "/moderation-service", CorrectionLearned.class),
	CORRECTION_RESET("io.parley.correction.reset.v1", "/moderation-service", CorrectionReset.class),
	THREAD_MODERATED("io.parley.thread.moderated.v1", "/moderation-service", ThreadModerated.class),
	THREAD_DECISION("io.parley.thread.decision.v1", "/moderation-service", ThreadDecision.class),
	POLICY_ACTIVATED("io.parley.policy.activated.v1", "/moderation-service", PolicyActivated.class),
	POLICY_VERSION("io.parley.policy.version.v1", "/moderation-service", PolicyVersion.class),
	MODEL_VERSION("io.parley.model.version.v1", "/moderation-service", ModelVersion.class),
	DECISION("io.parley.decision.v1", "/moderation-service", Decision.class);

	private static final Map<String, EventType> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(EventType::ceType, Function.identity()));

	private final String ceType;

	private final String ceSource;

	private final Class<? extends Event> recordClass;

	EventType(String ceType, String ceSource, Class<? extends Event> recordClass) {
		this.ceType = ceType;
		this.ceSource = ceSource;
		this.recordClass = recordClass;
	}

	/** The {@code ce_type} attribute. */
	public String ceType() {
		return ceType;
	}

	/** The {@code ce_source} attribute. */
	public String ceSource() {
		return ceSource;
	}

	/** The record that this type is written from and read as. */
	public Class<? extends Event> recordClass() {
		return recordClass;
	}

	/**
	 * The type of an event.
	 */
	public static EventType of(Event event) {
		return switch (event) {
			case CommentSubmitted _ -> COMMENT_SUBMITTED;
			case CommentEdited _ -> COMMENT_EDITED;
			case CommentWithdrawn _ -> COMMENT_WITHDRAWN;
			case AuthorFacts _ -> AUTHOR_FACTS;
			case Review _ -> REVIEW;
			case AuthorSanctioned _ -> AUTHOR_SANCTIONED;
			case CampaignReviewed _ -> CAMPAIGN_REVIEWED;
			case CampaignSeen _ -> CAMPAIGN_SEEN;
			case ThreadSeen _ -> THREAD_SEEN;
			case RuleBraked _ -> RULE_BRAKED;
			case CorrectionLearned _ -> CORRECTION_LEARNED;
			case CorrectionReset _ -> CORRECTION_RESET;
			case ThreadModerated _ -> THREAD_MODERATED;
			case ThreadDecision _ -> THREAD_DECISION;
			case PolicyActivated _ -> POLICY_ACTIVATED;
			case PolicyVersion _ -> POLICY_VERSION;
			case ModelVersion _ -> MODEL_VERSION;
			case Decision _ -> DECISION;
		};
	}

	/**
	 * The type with this CloudEvents name.
	 * @throws IllegalArgumentException if there is none
	 */
	public static EventType named(String ceType) {
		EventType type = BY_NAME.get(ceType);
		if (type == null) {
			throw new IllegalArgumentException("Unknown event type '" + ceType + "'");
		}
		return type;
	}

	/**
	 * What the event is about: the comment, the author, the campaign, the site, the
	 * policy or the model.
	 */
	static String subjectOf(Event event) {
		return switch (event) {
			case CommentEvent comment -> comment.commentId();
			case AuthorFacts facts -> facts.authorKey();
			case Review review -> review.commentId();
			case AuthorSanctioned sanction -> sanction.authorKey();
			case CampaignReviewed review -> review.campaignId();
			case CampaignSeen campaign -> campaign.campaignId();
			case ThreadSeen thread -> ThreadDecision.keyOf(thread.site(), thread.threadId());
			case RuleBraked braked -> braked.rule();
			case CorrectionLearned learned -> learned.site();
			case CorrectionReset reset -> reset.site();
			case ThreadModerated moderated -> ThreadDecision.keyOf(moderated.site(), moderated.threadId());
			case ThreadDecision decision -> ThreadDecision.keyOf(decision.site(), decision.threadId());
			case PolicyActivated activation -> activation.policyHash();
			case PolicyVersion version -> version.policyHash();
			case ModelVersion model -> model.modelId();
			case Decision decision -> decision.commentId();
		};
	}

}
