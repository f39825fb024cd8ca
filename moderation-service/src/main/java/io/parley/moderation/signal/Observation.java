package io.parley.moderation.signal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Something about a comment that is to be added up across authors. Observations follow
 * from the events of platforms and moderators alone, never from signals or from decisions
 * that these lead to: so there are no loops. But for {@link RuleRejected}, which no rule
 * can ask for.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({ @JsonSubTypes.Type(value = TextObserved.class, name = "text"),
		@JsonSubTypes.Type(value = TextGone.class, name = "text-gone"),
		@JsonSubTypes.Type(value = CampaignRuled.class, name = "campaign-ruled"),
		@JsonSubTypes.Type(value = ThreadObserved.class, name = "thread"),
		@JsonSubTypes.Type(value = RuleRejected.class, name = "rejected"),
		@JsonSubTypes.Type(value = CommentJudged.class, name = "judged"),
		@JsonSubTypes.Type(value = LessonsForgotten.class, name = "forgotten") })
public sealed interface Observation
		permits TextObserved, TextGone, CampaignRuled, ThreadObserved, RuleRejected, CommentJudged, LessonsForgotten {

	/** What is added up in one place: all observations of a key reach the same fold. */
	String key();

}
