package io.parley.comments.publishing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.parley.contract.Topic;
import io.parley.contract.TopicMismatchException;
import io.parley.contract.TopicProvisioner;
import io.parley.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Lets nothing be sent or read before the topics are created or verified; otherwise a
 * broker might create them by itself, with other partitions. A mismatch at start-up ends
 * the service. While Kafka is away the service starts, and this asks again.
 */
class TopicGuard implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(TopicGuard.class);

	private final Map<String, Object> adminSettings;

	private final List<Topic> topics;

	private final ApplicationEventPublisher events;

	private volatile TopicState state = new TopicState.Unknown("Not asked yet");

	private volatile boolean running;

	TopicGuard(Map<String, Object> adminSettings, Topics topics, ApplicationEventPublisher events) {
		this.adminSettings = Map.copyOf(adminSettings);
		this.topics = List.of(topics.comments(), topics.decisions(), topics.threads(), topics.commentsDeadLetters(),
				topics.decisionsDeadLetters());
		this.events = events;
	}

	TopicState state() {
		return state;
	}

	boolean verified() {
		return state instanceof TopicState.Verified;
	}

	@Override
	public void start() {
		running = true;
		try {
			check();
		}
		catch (KafkaException away) {
			state = new TopicState.Unknown(String.valueOf(away.getMessage()));
			log.warn("Kafka is away: comments are accepted and will be published when it is back. {}",
					away.getMessage());
		}
	}

	@Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.SECONDS)
	void checkAgain() {
		if (!running || verified()) {
			return;
		}
		try {
			check();
		}
		catch (KafkaException away) {
			state = new TopicState.Unknown(String.valueOf(away.getMessage()));
		}
		catch (TopicMismatchException mismatch) {
			TopicState mismatched = new TopicState.Mismatched(String.valueOf(mismatch.getMessage()));
			if (!mismatched.equals(state)) {
				log.error("Comments are accepted and nothing is published. {}", mismatch.getMessage());
			}
			state = mismatched;
		}
	}

	private void check() {
		try (Admin admin = Admin.create(adminSettings)) {
			TopicProvisioner.provision(admin, topics);
		}
		state = new TopicState.Verified();
		log.info("The topics are there and as configured");
		events.publishEvent(new TopicsVerified());
	}

	@Override
	public void stop() {
		running = false;
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** Before the web server, so that a mismatch ends the service before it answers. */
	@Override
	public int getPhase() {
		return 0;
	}

}
