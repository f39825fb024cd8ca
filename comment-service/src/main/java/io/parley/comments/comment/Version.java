package io.parley.comments.comment;

/**
 * Which state of a comment an answer tells about.
 *
 * @param revision of the text, from 1
 * @param ordinal how many decisions there were about this revision
 */
record Version(int revision, int ordinal) {

	/** An entity tag: it changes with every decision, see {@link IfMatch}. */
	String etag() {
		return "\"" + revision + '.' + ordinal + '"';
	}

}
