package io.parley.moderation.projection;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.parley.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/**
 * Keeps the tables up with the log; all instances share the work. A rebuild begins a new
 * generation, which reads with a consumer group of its own from the start. Thread-safe.
 */
@Component
public class Projection implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Projection.class);

	private static final Duration PAUSE = Duration.ofMillis(100);

	private static final String[] SOURCES = { Topics.COMMENTS, Topics.DECISIONS, Topics.THREADS };

	private final ConcurrentKafkaListenerContainerFactory<String, byte[]> containers;

	private final KafkaAdmin kafka;

	private final Generations generations;

	private final Tables tables;

	private final Statistics statistics;

	private final ConsumerRecordRecoverer deadLetters;

	private @Nullable ScheduledExecutorService watch;

	private @Nullable ConcurrentMessageListenerContainer<String, byte[]> reading;

	private int generation;

	Projection(ConcurrentKafkaListenerContainerFactory<String, byte[]> containers, KafkaAdmin kafka,
			Generations generations, Tables tables, Statistics statistics, ConsumerRecordRecoverer deadLetters) {
		this.containers = containers;
		this.kafka = kafka;
		this.generations = generations;
		this.tables = tables;
		this.statistics = statistics;
		this.deadLetters = deadLetters;
	}

	@Override
	public synchronized void start() {
		read(generations.current());
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("projection-generation").daemon().factory());
		ScheduledFuture<?> _ = started.scheduleWithFixedDelay(this::follow, 1, 1, TimeUnit.SECONDS);
		watch = started;
	}

	/** Another instance may have begun a generation. */
	private synchronized void follow() {
		try {
			int current = generations.current();
			if (current != generation && watch != null) {
				stopReading();
				read(current);
			}
		}
		catch (DataAccessException away) {
			log.debug("The generation of the projection is not known at present", away);
		}
	}

	private void read(int newGeneration) {
		ConcurrentMessageListenerContainer<String, byte[]> container = containers.createContainer(SOURCES);
		container.setBeanName("projection");
		container.getContainerProperties().setGroupId(group(newGeneration));
		// Otherwise the end of a transaction would stay unread, and the lag never be
		// zero.
		container.getContainerProperties().setFixTxOffsets(true);
		// People who look at tables do not mind; many small transactions would cost the
		// decisions their processor time.
		container.getContainerProperties().setIdleBetweenPolls(PAUSE.toMillis());
		container.getContainerProperties()
			.setMessageListener(new CountingListener(newGeneration,
					new Projector(newGeneration, generations, tables, deadLetters), statistics));
		container.start();
		reading = container;
		generation = newGeneration;
	}

	/** The consumer group that reads at present. */
	public String group() {
		return group(generations.current());
	}

	private static String group(int generation) {
		return "parley-moderation-projection-" + generation;
	}

	private void stopReading() {
		ConcurrentMessageListenerContainer<String, byte[]> container = reading;
		if (container != null) {
			container.stop();
			reading = null;
		}
	}

	/**
	 * Empties the tables and reads them again from the log. Those that look at them see
	 * little at first.
	 */
	public State rebuild() {
		int next = generations.next();
		log.info("The projection is rebuilt: generation {}", next);
		follow();
		return state();
	}

	/**
	 * How far the tables are.
	 * @throws KafkaException if the brokers do not say
	 */
	public State state() {
		int current = generations.current();
		try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
			Map<TopicPartition, OffsetSpec> partitions = admin.describeTopics(List.of(SOURCES))
				.allTopicNames()
				.get()
				.values()
				.stream()
				.flatMap(Projection::partitions)
				.collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
			Map<TopicPartition, OffsetAndMetadata> places = admin.listConsumerGroupOffsets(group(current))
				.partitionsToOffsetAndMetadata()
				.get();
			long lag = 0;
			for (var end : admin.listOffsets(partitions, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
				.all()
				.get()
				.entrySet()) {
				OffsetAndMetadata place = places.get(end.getKey());
				lag += Math.max(0, end.getValue().offset() - ((place != null) ? place.offset() : 0));
			}
			return new State(current, lag);
		}
		catch (ExecutionException failure) {
			throw new KafkaException("The lag of the projection is not known", failure);
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while asking for the lag", interruption);
		}
	}

	private static Stream<TopicPartition> partitions(TopicDescription topic) {
		return topic.partitions().stream().map(info -> new TopicPartition(topic.name(), info.partition()));
	}

	@Override
	public synchronized void stop() {
		if (watch != null) {
			watch.shutdownNow();
			watch = null;
		}
		stopReading();
	}

	@Override
	public synchronized boolean isRunning() {
		return watch != null;
	}

	/**
	 * How far the tables are.
	 *
	 * @param lag records that they do not contain yet
	 */
	public record State(int generation, long lag) {

	}

}
