package io.parley.moderation.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.parley.moderation.decision.CommentRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Old comments are forgotten, recent ones never. */
class CommentExpiryTests {

	private static final CommentRecord RECORD = new CommentRecord(null, List.of(), null, null, null);

	private static final long NOW = 1_795_000_000_000L;

	private static final Duration RETENTION = Duration.ofDays(30);

	private final KeyValueStore<String, CommentRecord> store = Stores
		.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("comments"), Serdes.String(),
				JsonSerde.of(CommentRecord.class))
		.withLoggingDisabled()
		.build();

	@BeforeEach
	void open() {
		MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
		store.init(context.getStateStoreContext(), store);
	}

	@AfterEach
	void close() {
		store.close();
	}

	@Test
	void the_smallest_id_of_a_millisecond_is_a_uuid_of_version_7() {
		assertThat(CommentExpiry.idAt(0x0193_2f6e_7b1aL)).isEqualTo("01932f6e-7b1a-7000-8000-000000000000");
	}

	@Test
	void given_comments_around_the_horizon_then_only_older_ones_are_forgotten() {
		long horizon = NOW - RETENTION.toMillis();
		store.put(CommentExpiry.idAt(horizon - 1), RECORD);
		store.put(CommentExpiry.idAt(horizon + 1), RECORD);
		store.put(CommentExpiry.idAt(NOW), RECORD);

		new CommentExpiry(store, RETENTION).punctuate(NOW);

		assertThat(store.get(CommentExpiry.idAt(horizon - 1))).isNull();
		assertThat(store.get(CommentExpiry.idAt(horizon + 1))).isNotNull();
		assertThat(store.get(CommentExpiry.idAt(NOW))).isNotNull();
	}

	@Test
	void given_many_old_comments_then_the_next_turns_take_the_rest() {
		IntStream.range(0, 1500).forEach(number -> store.put(CommentExpiry.idAt(number), RECORD));
		CommentExpiry expiry = new CommentExpiry(store, RETENTION);

		expiry.punctuate(NOW);
		assertThat(store.approximateNumEntries()).isEqualTo(500);
		expiry.punctuate(NOW);
		assertThat(store.approximateNumEntries()).isZero();
	}

}
