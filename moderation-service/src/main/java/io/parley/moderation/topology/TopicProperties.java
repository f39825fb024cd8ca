package io.parley.moderation.topology;

import java.time.Duration;

import io.parley.contract.Topics;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The topics as the operator wants them; the same in both services.
 *
 * @param partitions the most instances and threads that can share the work
 * @param replication copies of each partition, for topics that Parley creates
 * @param retention how long events can be replayed
 */
@ConfigurationProperties("parley.topics")
record TopicProperties(@DefaultValue("12") int partitions, @DefaultValue("1") short replication,
		@DefaultValue("400d") Duration retention) {

	Topics topics() {
		return Topics.of(partitions, replication, retention);
	}

}
