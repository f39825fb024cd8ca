package io.parley.moderation.topology;

import io.parley.contract.Decision;
import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import io.parley.contract.PlatformEvent;
import io.parley.contract.Review;
import io.parley.contract.Topics;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.policy.Policy;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.Stores;

/**
 * Comments and reviews in, decisions out: one processor over two stores, keyed by author
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
		source(builder, Topics.COMMENTS, PlatformEvent.class).merge(source(builder, Topics.REVIEWS, Review.class))
			.process(() -> new ModerationProcessor(policy, topics, metrics), Named.as(MODERATION), StoredState.AUTHORS,
					StoredState.COMMENTS)
			.to(Topics.DECISIONS, Produced.with(Serdes.String(), new EventSerde<>(Decision.class)));
	}

	private static <E extends Event> KStream<String, Event> source(StreamsBuilder builder, String topic,
			Class<E> accepted) {
		return builder.stream(topic, Consumed.with(Serdes.String(), new EventSerde<>(accepted)).withName(topic))
			.mapValues(Event.class::cast, Named.as(topic + "-events"));
	}

}
