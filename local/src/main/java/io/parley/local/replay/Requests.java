package io.parley.local.replay;

import java.time.Instant;

import io.parley.contract.Json;
import io.parley.local.table.AuthorRow;
import io.parley.local.table.CommentRow;
import org.jspecify.annotations.Nullable;

/** The bodies of requests to the comment service. */
final class Requests {

	private Requests() {
	}

	static byte[] comment(CommentRow row) {
		return Json.MAPPER.writeValueAsBytes(
				new Comment(new CommentThread(row.thread()), new Author(row.author()), row.text(), row.submittedAt()));
	}

	static byte[] author(AuthorRow row) {
		return Json.MAPPER
			.writeValueAsBytes(new Facts(row.registeredAt(), row.role(), row.approved(), row.held(), row.rejected()));
	}

	private record Comment(CommentThread thread, Author author, String body, Instant submittedAt) {
	}

	private record CommentThread(String id) {
	}

	private record Author(String id) {
	}

	private record Facts(@Nullable Instant registeredAt, @Nullable String role, @Nullable Integer approved,
			@Nullable Integer held, @Nullable Integer rejected) {
	}

}
