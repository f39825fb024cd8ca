package io.parley.moderation.statistics;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.parley.contract.Topics;
import io.parley.moderation.projection.Projection;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks the brokers how far the readers are, so that one that is gone is seen to fall
 * behind as well. Every instance tells the same. Thread-safe.
 */
@Component
public class ConsumerLag implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(ConsumerLag.class);

	private static final int PATIENCE_MILLIS = 4000;

	private final Admin admin;

	private final Projection projection;

	private final String topology;

	private final String comments;

	private final MultiGauge gauge;

	private volatile Lag last = Lag.UNKNOWN;

	ConsumerLag(KafkaAdmin kafka, Projection projection, MeterRegistry meters,
			@Value("${spring.kafka.streams.application-id}") String topology,
			@Value("${parley.statistics.comments-group:parley-comments}") String comments) {
		Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
		settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
		settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
		this.admin = Admin.create(settings);
		this.projection = projection;
		this.topology = topology;
		this.comments = comments;
		this.gauge = MultiGauge.builder("parley.lag")
			.description("Records that a reader of the log has before it, as the brokers tell")
			.register(meters);
	}

	/** As it was some seconds ago. */
	public Lag last() {
		return last;
	}

	@Scheduled(fixedDelayString = "5s")
	void measure() {
		try {
			last = lag();
			gauge.register(last.places()
				.stream()
				.map(place -> MultiGauge.Row.of(Tags.of("reader", place.reader().tag(), "topic",
						place.partition().topic(), "partition", Integer.toString(place.partition().partition())),
						place.records()))
				.toList(), true);
		}
		catch (ExecutionException | KafkaException | DataAccessException away) {
			log.debug("The lag is not known at present", away);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private Lag lag() throws ExecutionException, InterruptedException {
		Map<TopicPartition, OffsetSpec> partitions = admin.describeTopics(Set.of(Topics.COMMENTS, Topics.DECISIONS))
			.allTopicNames()
			.get()
			.values()
			.stream()
			.flatMap(topic -> topic.partitions()
				.stream()
				.map(info -> new TopicPartition(topic.name(), info.partition())))
			.collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
		Map<TopicPartition, Long> ends = admin
			.listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
			.all()
			.get()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, end -> end.getValue().offset()));
		Map<Reader, Map<TopicPartition, Long>> records = new EnumMap<>(Reader.class);
		for (Reader reader : Reader.values()) {
			records.put(reader, lag(group(reader), reader.topics(), ends));
		}
		return new Lag(records);
	}

	private Map<TopicPartition, Long> lag(String group, List<String> topics, Map<TopicPartition, Long> ends)
			throws ExecutionException, InterruptedException {
		Map<TopicPartition, OffsetAndMetadata> places = admin.listConsumerGroupOffsets(group)
			.partitionsToOffsetAndMetadata()
			.get();
		return ends.entrySet()
			.stream()
			.filter(end -> topics.contains(end.getKey().topic()))
			.collect(Collectors.toMap(Map.Entry::getKey, end -> {
				OffsetAndMetadata place = places.get(end.getKey());
				return Math.max(0, end.getValue() - ((place != null) ? place.offset() : 0));
			}));
	}

	private String group(Reader reader) {
		return switch (reader) {
			case MODERATION -> topology;
			case PROJECTION -> projection.group();
			case COMMENTS -> comments;
		};
	}

	@Override
	public void destroy() {
		admin.close();
	}

}
