package io.parley.comments.comment;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * A place in a thread: just after the comment with this time and id.
 *
 * @param submittedAt whole microseconds
 */
record Cursor(Instant submittedAt, UUID id) {

	static final int BYTES = 3 * Long.BYTES;

	byte[] toBytes() {
		return ByteBuffer.allocate(BYTES)
			.putLong(ChronoUnit.MICROS.between(Instant.EPOCH, submittedAt))
			.putLong(id.getMostSignificantBits())
			.putLong(id.getLeastSignificantBits())
			.array();
	}

	static Cursor from(ByteBuffer bytes) {
		return new Cursor(Instant.EPOCH.plus(bytes.getLong(), ChronoUnit.MICROS),
				new UUID(bytes.getLong(), bytes.getLong()));
	}

}
