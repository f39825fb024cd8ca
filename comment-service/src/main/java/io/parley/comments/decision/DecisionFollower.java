package io.parley.comments.decision;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;

/**
 * Follows the decisions topic from its end and wakes the callers that wait in this very
 * process. It belongs to no consumer group, so every instance sees every decision and
 * leaves nothing behind on the brokers.
 */
class DecisionFollower implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(DecisionFollower.class);

	private static final Duration PATIENCE = Duration.ofMillis(500);

	/** Asking for each decision as it comes would cost the broker more than deciding. */
	private static final Duration REST = Duration.ofMillis(100);

	private final ConsumerFactory<byte[], byte[]> consumers;

	private final DecisionWaiters waiters;

	private volatile @Nullable Thread thread;

	private volatile @Nullable Consumer<byte[], byte[]> current;

	DecisionFollower(ConsumerFactory<byte[], byte[]> consumers, DecisionWaiters waiters) {
		this.consumers = consumers;
		this.waiters = waiters;
	}

	private void run() {
		while (isRunning()) {
			try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
				current = consumer;
				goToEnd(consumer);
				while (isRunning()) {
					waiters.restWhileNobodyWaits(REST);
					follow(consumer);
				}
			}
			catch (WakeupException _) {
				log.debug("Stopping");
			}
			catch (KafkaException failure) {
				log.warn("Waiting callers are not told of decisions for a moment: {}", failure.getMessage());
				pause();
			}
		}
	}

	/** Reads on even if nobody waits, so that whoever comes has not to catch up. */
	private void follow(Consumer<byte[], byte[]> consumer) {
		ConsumerRecords<byte[], byte[]> messages;
		do {
			messages = consumer.poll(waiters.isAnyoneWaiting() ? PATIENCE : Duration.ZERO);
			messages.forEach(this::wake);
		}
		while (!messages.isEmpty() && isRunning());
	}

	private static void goToEnd(Consumer<byte[], byte[]> consumer) {
		List<TopicPartition> partitions = consumer.partitionsFor(Topics.DECISIONS)
			.stream()
			.map(partition -> new TopicPartition(partition.topic(), partition.partition()))
			.toList();
		consumer.assign(partitions);
		consumer.seekToEnd(partitions);
		// Seeking is lazy: ask, so that what comes from now on is not missed.
		partitions.forEach(consumer::position);
	}

	/** Reads the record only if its subject, a header, is waited for here. */
	private void wake(ConsumerRecord<byte[], byte[]> message) {
		Header subject = message.headers().lastHeader("ce_subject");
		if (subject == null || subject.value() == null
				|| !waiters.isAnyoneWaitingFor(new String(subject.value(), StandardCharsets.UTF_8))) {
			return;
		}
		try {
			waiters.tell(DecisionReader.read(message));
		}
		catch (SerializationException failure) {
			log.debug("Left to the listener, which sets it aside: {}", failure.getMessage());
		}
	}

	private static void pause() {
		try {
			TimeUnit.SECONDS.sleep(1);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void start() {
		if (thread == null) {
			Thread starting = Thread.ofPlatform().name("decision-follower").daemon().unstarted(this::run);
			thread = starting;
			starting.start();
		}
	}

	@Override
	public void stop() {
		thread = null;
		Consumer<byte[], byte[]> consumer = current;
		if (consumer != null) {
			consumer.wakeup();
		}
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}

	/** Started when the topics are verified. */
	@Override
	public boolean isAutoStartup() {
		return false;
	}

	/** Stops after the web server, whose callers it wakes. */
	@Override
	public int getPhase() {
		return 0;
	}

}
