package io.parley.contract;

/**
 * What a blog platform tells Parley. Comments and facts about their authors share one
 * topic, so that a decision always sees the facts that were told before the comment.
 */
public sealed interface PlatformEvent extends Event permits CommentEvent, AuthorFacts {

}
