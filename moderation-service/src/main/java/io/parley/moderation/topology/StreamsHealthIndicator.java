package io.parley.moderation.topology;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/** Up once the topology runs: its partitions are assigned and its stores restored. */
@Component("streams")
class StreamsHealthIndicator extends AbstractHealthIndicator {

	private final StreamsBuilderFactoryBean streams;

	StreamsHealthIndicator(StreamsBuilderFactoryBean streams) {
		super("The topology's state cannot be asked");
		this.streams = streams;
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		KafkaStreams running = streams.getKafkaStreams();
		KafkaStreams.State state = (running != null) ? running.state() : KafkaStreams.State.NOT_RUNNING;
		health.withDetail("state", state.name());
		switch (state) {
			case RUNNING -> health.up();
			case CREATED, REBALANCING -> health.outOfService();
			case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> health.down();
		}
	}

}
