package io.parley.comments.comment;

/** What readers see of an approved comment from an edit until its decision. */
enum ShownWhileEdited {

	/** The text that was approved last, as long as the new one is not rejected. */
	PREVIOUS,
	/** Nothing. */
	NOTHING

}
