package io.parley.comments.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.parley.comments.comment.CommentBodies.Shown;
import org.jspecify.annotations.Nullable;

/** The JSON of a thread as a tree. */
final class TreeBodies {

	private TreeBodies() {
	}

	/**
	 * A page of siblings, each with what is below it.
	 *
	 * @param next the cursor of the next page, absent on the last
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record TreePage(List<Node> comments, @Nullable String next) {
	}

	/** A comment and its replies. */
	sealed interface Node {

		List<Node> replies();

		/** The cursor of the replies that are not in this answer, or null. */
		@Nullable String repliesNext();

	}

	/** A comment that is shown. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ShownNode(@JsonUnwrapped Shown comment, List<Node> replies, @Nullable String repliesNext) implements Node {

		static ShownNode of(Comment comment, List<Node> replies, @Nullable String repliesNext) {
			return new ShownNode(Shown.of(comment), replies, repliesNext);
		}

	}

	/** The place of a comment that is not shown, or no more, above some that are. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record HiddenNode(UUID id, String threadId, @Nullable UUID parentId, boolean hidden, Instant submittedAt,
			List<Node> replies, @Nullable String repliesNext) implements Node {

		static HiddenNode of(Comment comment, List<Node> replies, @Nullable String repliesNext) {
			return new HiddenNode(comment.id(), comment.threadId(), comment.parentId(), true, comment.submittedAt(),
					replies, repliesNext);
		}

	}

}
