package io.parley.comments.comment;

import java.util.UUID;

import io.parley.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** Ids of comments in paths. */
final class CommentIds {

	private CommentIds() {
	}

	/**
	 * @throws ProblemException if it cannot be the id of a comment
	 */
	static UUID read(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException _) {
			throw noSuchComment();
		}
	}

	static ProblemException noSuchComment() {
		return ProblemException.of(HttpStatus.NOT_FOUND, "no-such-comment",
				"This site has no comment with this id; the id is in the answer to POST /v1/comments");
	}

}
