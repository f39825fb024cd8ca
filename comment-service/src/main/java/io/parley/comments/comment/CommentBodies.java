package io.parley.comments.comment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.contract.Decision.PublicReason;
import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/** The JSON of answers; what is null is left out. */
final class CommentBodies {

	private CommentBodies() {
	}

	/** The answer to a submission or an edit. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Submitted(UUID id, int revision, CommentStatus status, @Nullable Verdict verdict,
			@Nullable PublicReason publicReason, Links links) {

		static Submitted of(Receipt receipt) {
			return new Submitted(receipt.id(), receipt.version().revision(), receipt.status(),
					receipt.status().verdict(), receipt.reason(), Links.of(receipt.id(), receipt.threadId()));
		}

	}

	/** One comment. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Shown(UUID id, String threadId, @Nullable UUID parentId, int revision, CommentStatus status,
			@Nullable Verdict verdict, @Nullable PublicReason publicReason, @Nullable ShownAuthor author,
			@Nullable String body, @Nullable String language, Instant submittedAt, Instant createdAt,
			@Nullable Instant editedAt, @Nullable Instant decidedAt, Links links) {

		static Shown of(Comment comment) {
			return new Shown(comment.id(), comment.threadId(), comment.parentId(), comment.version().revision(),
					comment.status(), comment.status().verdict(), comment.reason(), ShownAuthor.of(comment),
					comment.body(), comment.language(), comment.submittedAt(), comment.createdAt(), comment.editedAt(),
					comment.decidedAt(), Links.of(comment.id(), comment.threadId()));
		}

	}

	/** Who wrote it; absent for an anonymous reader without a name. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ShownAuthor(@Nullable String id, @Nullable String name) {

		static @Nullable ShownAuthor of(Comment comment) {
			boolean known = comment.authorId() != null || comment.authorName() != null;
			return known ? new ShownAuthor(comment.authorId(), comment.authorName()) : null;
		}

	}

	/** All revisions of a comment, the first one first. */
	record History(List<PastText> revisions) {

		static History of(List<Revision> revisions) {
			return new History(revisions.stream().map(PastText::of).toList());
		}

	}

	/** One revision. */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record PastText(int revision, RevisionStatus status, @Nullable Verdict verdict, @Nullable PublicReason publicReason,
			@Nullable String body, @Nullable String language, Instant writtenAt, @Nullable Instant decidedAt) {

		static PastText of(Revision revision) {
			return new PastText(revision.number(), revision.status(), revision.status().verdict(), revision.reason(),
					revision.body(), revision.language(), revision.writtenAt(), revision.decidedAt());
		}

	}

	/**
	 * A page of a thread.
	 *
	 * @param next the cursor of the next page, absent on the last
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Page(List<Shown> comments, @Nullable String next) {
	}

}
