package io.parley.comments.comment;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A list of comments that can be read page by page.
 *
 * @param replies whether it is a level of the thread's tree, and not the whole thread
 * @param parentId whose replies it lists, or null for the top of the tree
 */
record Listing(String site, String threadId, ThreadOrder order, boolean replies, @Nullable UUID parentId) {

	static Listing flat(String site, String threadId, ThreadOrder order) {
		return new Listing(site, threadId, order, false, null);
	}

	static Listing top(String site, String threadId, ThreadOrder order) {
		return new Listing(site, threadId, order, true, null);
	}

	Listing repliesTo(UUID comment) {
		return new Listing(site, threadId, order, true, comment);
	}

	/** Keeps a cursor of this list from being used for another. */
	String purpose() {
		return "cursor " + order + (replies ? " replies " + parentId : "") + ' ' + site + '/' + threadId;
	}

}
