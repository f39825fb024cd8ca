package io.parley.comments.publishing;

import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.KafkaException;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Asks the brokers, and tells what the topics and the publisher know. */
class KafkaHealthIndicator implements HealthIndicator {

	private static final int TIMEOUT_MILLIS = 1500;

	private final Map<String, Object> adminSettings;

	private final TopicGuard topics;

	private final EventPublisher publisher;

	KafkaHealthIndicator(Map<String, Object> adminSettings, TopicGuard topics, EventPublisher publisher) {
		this.adminSettings = Map.copyOf(adminSettings);
		this.topics = topics;
		this.publisher = publisher;
	}

	@Override
	public Health health() {
		Health.Builder health = switch (topics.state()) {
			case TopicState.Verified _ -> brokers();
			case TopicState.Mismatched(String differences) -> Health.down().withDetail("topics", differences);
			case TopicState.Unknown(String cause) -> Health.down().withDetail("topics", "not verified yet: " + cause);
		};
		return health.withDetail("publishing", publisher.isOpen() ? "at once" : "waiting for Kafka").build();
	}

	private Health.Builder brokers() {
		try (Admin admin = Admin.create(adminSettings)) {
			int nodes = admin.describeCluster(new DescribeClusterOptions().timeoutMs(TIMEOUT_MILLIS))
				.nodes()
				.get(TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)
				.size();
			return Health.up().withDetail("brokers", nodes);
		}
		catch (ExecutionException | TimeoutException | KafkaException _) {
			return Health.down().withDetail("brokers", "no answer within " + TIMEOUT_MILLIS + " ms");
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return Health.unknown();
		}
	}

}
