package io.parley.contract;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/**
 * A topic as it has to be.
 *
 * @param partitions the input topics and {@link Topics#decisions} share one count, so
 * that one author's records meet in one task
 * @param replication copies of each partition; used when the topic is created, not
 * verified
 * @param retention how long records stay; null if the newest of each key stays for ever
 */
public record Topic(String name, int partitions, short replication, @Nullable Duration retention) {

	/** For records of keys that are kept: a policy with long lists of terms. */
	public static final int MOST_BYTES_OF_KEPT_RECORDS = 16 * 1024 * 1024;

	/** The settings that creation sets and verification compares. */
	Map<String, String> settings() {
		if (retention == null) {
			return new TreeMap<>(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT,
					TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(MOST_BYTES_OF_KEPT_RECORDS)));
		}
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
