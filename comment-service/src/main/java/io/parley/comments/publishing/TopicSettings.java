package io.parley.comments.publishing;

import java.time.Duration;

import io.parley.contract.Topics;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How topics are created, or what they are verified against; the same for every service.
 */
@ConfigurationProperties("parley.topics")
record TopicSettings(@DefaultValue("12") int partitions, @DefaultValue("1") short replication,
		@DefaultValue("400d") Duration retention) {

	Topics topics() {
		return Topics.of(partitions, replication, retention);
	}

}
