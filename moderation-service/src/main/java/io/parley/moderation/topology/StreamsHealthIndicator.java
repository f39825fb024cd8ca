package io.parley.moderation.topology;

import org.apache.kafka.streams.KafkaStreams;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.config.StreamsBuilderFactoryBean;
import org.springframework.stereotype.Component;

/**
 * Up from the moment the topology has run for the first time: its partitions were
 * assigned and its stores restored. A later rebalance, which stops all instances for a
 * moment at once, is no reason to send them no requests, for reviews and look-ups go on
 * meanwhile.
 */
@Component("streams")
class StreamsHealthIndicator extends AbstractHealthIndicator {

	private final StreamsBuilderFactoryBean streams;

	private volatile boolean hasRun;

	StreamsHealthIndicator(StreamsBuilderFactoryBean streams) {
		super("The topology's state cannot be asked");
		this.streams = streams;
		streams.setStateListener((now, _) -> {
			if (now == KafkaStreams.State.RUNNING) {
				hasRun = true;
			}
		});
	}

	@Override
	protected void doHealthCheck(Health.Builder health) {
		KafkaStreams running = streams.getKafkaStreams();
		KafkaStreams.State state = (running != null) ? running.state() : KafkaStreams.State.NOT_RUNNING;
		health.withDetail("state", state.name());
		switch (state) {
			case RUNNING -> health.up();
			case CREATED -> health.outOfService();
			case REBALANCING -> health.status(hasRun ? Status.UP : Status.OUT_OF_SERVICE);
			case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> health.down();
		}
	}

}
