package io.parley.moderation.topology;

import java.time.Instant;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Review;
import io.parley.contract.Verdict;
import org.jspecify.annotations.Nullable;

/** Events of one evening on one site. */
final class Events {

	static final Instant EVENING = Instant.parse("2026-11-20T20:00:00Z");

	private Events() {
	}

	static CommentSubmitted comment(String id, String author, int second, String body) {
		return new CommentSubmitted(id, 1, "gazette", new CommentThread("summit", null, null), null,
				new Author(Author.keyOf("gazette", author), author, null, null, null), body, null,
				EVENING.plusSeconds(second));
	}

	static Review review(String id, CommentSubmitted comment, Verdict verdict, @Nullable String reason) {
		return new Review(id, comment.commentId(), comment.revision(), comment.site(), comment.authorKey(), verdict,
				reason, null, "mod-ines", comment.submittedAt().plusSeconds(600));
	}

}
