package io.parley.moderation.topology;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.author.HistoryCodec;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Authors as the stores keep them. */
final class AuthorSerde {

	static final Serde<AuthorHistory> INSTANCE = Serdes
		.serdeFrom((_, history) -> (history != null) ? HistoryCodec.encode(history) : null, (_, bytes) -> read(bytes));

	private AuthorSerde() {
	}

	private static @Nullable AuthorHistory read(byte @Nullable [] bytes) {
		try {
			return (bytes != null) ? HistoryCodec.decode(bytes) : null;
		}
		catch (RuntimeException unreadable) {
			throw new SerializationException("A stored author's history cannot be read", unreadable);
		}
	}

}
