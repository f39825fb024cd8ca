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

	/** Before all comments of a list. */
	static Cursor beginning(ThreadOrder order) {
		return switch (order) {
			case OLDEST -> new Cursor(Instant.EPOCH.minus(36_500, ChronoUnit.DAYS), new UUID(0, 0));
			case NEWEST -> new Cursor(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));
		};
	}

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
