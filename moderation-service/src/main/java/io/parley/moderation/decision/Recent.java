package io.parley.moderation.decision;

import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.util.Arrays;

import io.parley.contract.CommentContent;
import io.parley.contract.CommentEdited;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.Json;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.author.HistoryCodec;

/**
 * What it takes to decide about a comment once more: the comment, and its author's
 * history as it was at the first decision.
 */
public record Recent(CommentContent comment, AuthorHistory history) {

	private static final byte SUBMITTED = 1;

	private static final byte EDITED = 2;

	public Recent {
		requireNonNull(comment, "comment");
		requireNonNull(history, "history");
	}

	/** As it is kept. */
	public byte[] bytes() {
		byte[] past = HistoryCodec.encode(history);
		byte[] content = Json.MAPPER.writeValueAsBytes(comment);
		return ByteBuffer.allocate(1 + Integer.BYTES + past.length + content.length).put(switch (comment) {
			case CommentSubmitted _ -> SUBMITTED;
			case CommentEdited _ -> EDITED;
		}).putInt(past.length).put(past).put(content).array();
	}

	/** What was kept. */
	public static Recent of(byte[] kept) {
		ByteBuffer buffer = ByteBuffer.wrap(kept);
		Class<? extends CommentContent> type = (buffer.get() == EDITED) ? CommentEdited.class : CommentSubmitted.class;
		int past = buffer.getInt();
		int content = buffer.position() + past;
		return new Recent(Json.MAPPER.readValue(kept, content, kept.length - content, type),
				HistoryCodec.decode(Arrays.copyOfRange(kept, content - past, content)));
	}

}
