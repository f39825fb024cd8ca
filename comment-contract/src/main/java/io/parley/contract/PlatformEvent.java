package io.parley.contract;

/**
 * What a blog platform tells Parley: comments, and facts about their authors.
 */
public sealed interface PlatformEvent extends AuthorEvent, ModerationInput permits CommentEvent, AuthorFacts {

}
