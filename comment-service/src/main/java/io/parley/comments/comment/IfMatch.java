package io.parley.comments.comment;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.http.HttpStatus;

import io.parley.problem.ProblemException;

/**
 * Keeps two editors from overwriting each other: the {@code If-Match} of RFC 9110. A tag
 * is good as long as the text is the one that it was given for, whatever was decided
 * since.
 *
 * @param tags as they came; none means any revision will do
 */
record IfMatch(List<String> tags) {

	private static final Pattern TAG = Pattern.compile("\"(\\d{1,9})(?:\\.\\d{1,9})?\"");

	IfMatch {
		tags = List.copyOf(tags);
	}

	/**
	 * @throws ProblemException if the comment has been edited since
	 */
	void require(int revision) {
		if (!tags.isEmpty() && tags.stream().noneMatch(tag -> names(tag, revision))) {
			throw ProblemException.of(HttpStatus.PRECONDITION_FAILED, "edited-since",
					"The comment is at revision %d now, which If-Match does not name; read it again, then decide"
						.formatted(revision));
		}
	}

	private static boolean names(String tag, int revision) {
		Matcher found = TAG.matcher(tag);
		return tag.equals("*") || (found.matches() && Integer.parseInt(found.group(1)) == revision);
	}

}
