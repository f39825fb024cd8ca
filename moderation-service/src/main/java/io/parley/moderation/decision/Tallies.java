package io.parley.moderation.decision;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a log was told of things that are counted across authors, and which of its
 * comments each thing concerns. Things are known by name; all is forgotten after some
 * hours, by arrival. Not thread-safe.
 */
public interface Tallies {

	/** What was told last of a thing, or null. */
	byte @Nullable [] told(String thing);

	void tell(String thing, byte[] told);

	/** A comment of this log is concerned. */
	void join(String thing, Member member);

	/** The comments that are concerned, by id; each as it joined last. */
	List<Member> members(String thing);

	/**
	 * A comment.
	 *
	 * @param policyHash of the policy that decided it; null of those that joined when
	 * this was not kept yet
	 */
	record Member(String commentId, String authorKey, @Nullable String policyHash) {

	}

}
