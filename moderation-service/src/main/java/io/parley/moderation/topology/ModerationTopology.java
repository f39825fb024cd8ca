package io.parley.moderation.topology;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.Topics;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.decision.Policies;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * One log per author in, decisions out: one processor over its stores, keyed by author
 * throughout, so nothing is ever repartitioned.
 */
public final class ModerationTopology {

	private static final String MODERATION = "moderation";

	private ModerationTopology() {
	}

	/**
	 * Adds moderation to a topology.
	 * @param retention how long records of comments can come again
	 * @param meters where events and decisions are counted
	 */
	public static void build(StreamsBuilder builder, Policies policies, Duration retention, MeterRegistry meters) {
		DecisionMetrics metrics = new DecisionMetrics(meters);
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(StoredState.AUTHORS),
				Serdes.String(), AuthorSerde.INSTANCE));
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(StoredState.COMMENTS),
				Serdes.String(), JsonSerde.of(CommentRecord.class)));
		// One entry in each partition: not worth files of its own.
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(StoredState.POLICY),
				Serdes.String(), Serdes.String()));
		builder.stream(Topics.COMMENTS, Consumed.with(Serdes.String(), new EventSerde<>(ModerationInput.class)))
			.process(() -> new ModerationProcessor(policies, retention, metrics), Named.as(MODERATION),
					StoredState.AUTHORS, StoredState.COMMENTS, StoredState.POLICY)
			.to(Topics.DECISIONS, Produced.with(Serdes.String(), new EventSerde<>(Decision.class)));
	}

}
