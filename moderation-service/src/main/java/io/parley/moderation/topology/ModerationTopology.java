package io.parley.moderation.topology;

import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.Topics;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.policy.Policy;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * One log per author in, decisions out: one processor over two stores, keyed by author
 * throughout, so nothing is ever repartitioned.
 */
final class ModerationTopology {

	private static final String MODERATION = "moderation";

	private ModerationTopology() {
	}

	static void build(StreamsBuilder builder, Policy policy, TopicProperties topics, DecisionMetrics metrics) {
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(StoredState.AUTHORS),
				Serdes.String(), JsonSerde.of(AuthorHistory.class)));
		builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(StoredState.COMMENTS),
				Serdes.String(), JsonSerde.of(CommentRecord.class)));
		builder.stream(Topics.COMMENTS, Consumed.with(Serdes.String(), new EventSerde<>(ModerationInput.class)))
			.process(() -> new ModerationProcessor(policy, topics, metrics), Named.as(MODERATION), StoredState.AUTHORS,
					StoredState.COMMENTS)
			.to(Topics.DECISIONS, Produced.with(Serdes.String(), new EventSerde<>(Decision.class)));
	}

}
