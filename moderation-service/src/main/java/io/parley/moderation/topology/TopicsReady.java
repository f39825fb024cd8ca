package io.parley.moderation.topology;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.parley.contract.TopicMismatchException;
import io.parley.contract.TopicProvisioner;
import io.parley.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Creates or verifies the topics before the topology and the listeners start. */
@Component
class TopicsReady implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TopicsReady.class);

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final KafkaAdmin kafka;

	private final Topics topics;

	private volatile boolean running;

	TopicsReady(KafkaAdmin kafka, TopicProperties properties) {
		this.kafka = kafka;
		this.topics = properties.topics();
	}

	/**
	 * @throws TopicMismatchException if topics exist that are not as configured
	 * @throws KafkaException if the brokers do not answer within a minute
	 */
	@Override
	public void start() {
		Instant giveUp = Instant.now().plus(PATIENCE);
		while (!running) {
			try (Admin admin = Admin.create(kafka.getConfigurationProperties())) {
				TopicProvisioner.provision(admin,
						List.of(topics.comments(), topics.observations(), topics.policies(), topics.decisions(),
								topics.threads(), topics.commentsDeadLetters(), topics.decisionsDeadLetters()));
				running = true;
			}
			catch (KafkaException unreachable) {
				if (Instant.now().isAfter(giveUp)) {
					throw unreachable;
				}
				log.warn("Kafka does not answer yet: {}", unreachable.getMessage());
			}
		}
	}

	@Override
	public void stop() {
		running = false;
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Before everything that reads or writes a topic. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
