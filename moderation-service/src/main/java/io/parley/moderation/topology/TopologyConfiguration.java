package io.parley.moderation.topology;

import io.micrometer.core.instrument.MeterRegistry;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.rollout.PolicyUnavailableException;
import io.parley.moderation.rollout.PublishedPolicies;
import io.parley.trace.Traces;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafkaStreams;
import org.springframework.kafka.config.StreamsBuilderFactoryBeanConfigurer;

/** The topology as part of the application. */
@Configuration(proxyBeanMethods = false)
@EnableKafkaStreams
class TopologyConfiguration {

	private static final Logger log = LoggerFactory.getLogger(TopologyConfiguration.class);

	@Autowired
	void topology(StreamsBuilder builder, PublishedPolicies policies, TopicProperties topics, MeterRegistry meters,
			Traces traces) {
		ModerationTopology.build(builder, hash -> available(policies, hash), topics.retention(), meters, traces);
	}

	/** A policy that cannot be had is no fault of the comment: the thread tries again. */
	private static Policy available(PublishedPolicies policies, @Nullable String hash) {
		try {
			return policies.find(hash);
		}
		catch (PolicyUnavailableException unavailable) {
			throw new StreamsException("The policy is not available", unavailable);
		}
	}

	/**
	 * A thread that failed, for example because the brokers went away for long, is
	 * replaced: its transaction was aborted, so its successor starts where the last
	 * commit was.
	 */
	@Bean
	static StreamsBuilderFactoryBeanConfigurer replaceFailedThreads() {
		return factory -> factory.setStreamsUncaughtExceptionHandler(failure -> {
			log.error("A stream thread failed and is replaced", failure);
			return StreamThreadExceptionResponse.REPLACE_THREAD;
		});
	}

	/**
	 * An instance that is stopped leaves its group, so that others take over at once.
	 * Else they would wait until its session ends, and nobody would decide meanwhile.
	 */
	@Bean
	static StreamsBuilderFactoryBeanConfigurer leaveWhenStopped() {
		return factory -> factory.setLeaveGroupOnClose(true);
	}

}
