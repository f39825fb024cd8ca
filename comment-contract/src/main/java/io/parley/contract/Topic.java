package io.parley.contract;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

/**
 * A topic as it has to be.
 *
 * @param partitions the input topics and {@link Topics#decisions} share one count, so
 * that one author's records meet in one task
 * @param replication copies of each partition; used when the topic is created, not
 * verified
 * @param retention how long records stay
 */
public record Topic(String name, int partitions, short replication, Duration retention) {

	/** The settings that creation sets and verification compares. */
	Map<String, String> settings() {
		return new TreeMap<>(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
				TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()),
				// Moderation reads its inputs in the order of arrival, live and in a
				// replay, and an
				// imported old comment must not be older than the retention on arrival.
				TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
	}

	NewTopic toNewTopic() {
		return new NewTopic(name, partitions, replication).configs(settings());
	}

}
