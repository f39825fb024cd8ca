package io.parley.contract;

/**
 * What a blog platform tells Parley: comments, and facts about their authors.
 */
public sealed interface PlatformEvent extends ModerationInput permits CommentEvent, AuthorFacts {

}
