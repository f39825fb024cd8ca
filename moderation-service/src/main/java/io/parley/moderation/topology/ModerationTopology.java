package io.parley.moderation.topology;

import java.time.Duration;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.Signal;
import io.parley.contract.ThreadDecision;
import io.parley.contract.Topics;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.decision.Policies;
import io.parley.moderation.signal.Observation;
import io.parley.trace.Traces;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * One log per author in, decisions out: one processor over its stores, keyed by author
 * throughout. What many authors do is observed on the way, added up by a second processor
 * that is keyed by what belongs together, and told to every author's log.
 */
public final class ModerationTopology {

	private static final String MODERATION = "moderation";

	private static final String SIGNALS = "adding-up";

	private ModerationTopology() {
	}

	/**
	 * Adds moderation to a topology.
	 * @param retention how long records of comments can come again
	 * @param meters where events and decisions are counted
	 */
	public static void build(StreamsBuilder builder, Policies policies, Duration retention, MeterRegistry meters) {
		build(builder, policies, retention, meters, Traces.none());
	}

	/**
	 * Adds moderation to a topology.
	 * @param retention how long records of comments can come again
	 * @param meters where events and decisions are counted
	 * @param traces where the work on comments is noted
	 */
	static void build(StreamsBuilder builder, Policies policies, Duration retention, MeterRegistry meters,
			Traces traces) {
		addStores(builder);
		DecisionMetrics metrics = new DecisionMetrics(meters);
		KStream<String, Object> outcomes = builder
			.stream(Topics.COMMENTS, Consumed.with(Serdes.String(), new EventSerde<>(ModerationInput.class)))
			.process(() -> new ModerationProcessor(policies, retention, metrics, traces), Named.as(MODERATION),
					StoredState.AUTHORS, StoredState.COMMENTS, StoredState.POLICY, StoredState.RECENTS,
					StoredState.CAMPAIGNS, StoredState.TALLIES);
		Serde<Observation> observations = JsonSerde.of(Observation.class);
		of(Decision.class, outcomes).to(Topics.DECISIONS,
				Produced.with(Serdes.String(), new EventSerde<>(Decision.class)));
		of(ThreadDecision.class, outcomes).to(Topics.THREADS,
				Produced.with(Serdes.String(), new EventSerde<>(ThreadDecision.class)));
		of(Observation.class, outcomes).to(Topics.OBSERVATIONS, Produced.with(Serdes.String(), observations));
		builder.stream(Topics.OBSERVATIONS, Consumed.with(Serdes.String(), observations))
			.process(SignalProcessor::new, Named.as(SIGNALS), SignalProcessor.STORE)
			.to(Topics.COMMENTS, Produced.with(Serdes.String(), new EventSerde<>(Signal.class))
				.withStreamPartitioner(new EveryPartition<>()));
	}

	private static <T> KStream<String, T> of(Class<T> type, KStream<String, Object> outcomes) {
		return outcomes.filter((_, outcome) -> type.isInstance(outcome)).mapValues(type::cast);
	}

	private static void addStores(StreamsBuilder builder) {
		builder.addStateStore(Stores.timestampedKeyValueStoreBuilder(
				Stores.persistentTimestampedKeyValueStore(StoredState.AUTHORS), Serdes.String(), AuthorSerde.INSTANCE));
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(StoredState.COMMENTS),
				Serdes.String(), JsonSerde.of(CommentRecord.class)));
		// One entry in each partition: not worth files of its own.
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(StoredState.POLICY),
				Serdes.String(), Serdes.String()));
		builder.addStateStore(Stores.windowStoreBuilder(WindowsOnDisk.of(StoredState.RECENTS, Recents.KEPT),
				Serdes.String(), Serdes.ByteArray()));
		builder.addStateStore(Stores.windowStoreBuilder(WindowsOnDisk.of(StoredState.TALLIES, WindowTallies.KEPT),
				Serdes.String(), Serdes.ByteArray()));
		// The campaigns of two days, which comments belong to them, and what each site's
		// moderators taught. On disk, for every partition has the campaigns of all sites.
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(StoredState.CAMPAIGNS),
				Serdes.String(), Serdes.ByteArray()));
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(SignalProcessor.STORE),
				Serdes.String(), Serdes.ByteArray()));
	}

}
