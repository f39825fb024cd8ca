package io.parley.moderation.decision;

import java.util.SortedMap;

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
	void join(String thing, String commentId, String authorKey);

	/** The comments that are concerned: author keys by comment ids. */
	SortedMap<String, String> members(String thing);

}
