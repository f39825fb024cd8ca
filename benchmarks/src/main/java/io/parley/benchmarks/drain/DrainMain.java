package io.parley.benchmarks.drain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.policy.PolicySource;
import io.parley.moderation.topology.ModerationTopology;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * One instance that drains, in a JVM of its own, with the settings of the moderation
 * service. It ends when its standard input does.
 */
final class DrainMain {

	/** Begins the line that says that an instance has all state; its folder ends it. */
	static final String WARM = "warm ";

	/** Markers of transactions at the end of a changelog are never read. */
	private static final long NO_LAG = 10;

	private DrainMain() {
	}

	/**
	 * Runs a topology.
	 * @param args the kind of topology, bootstrap servers, application id, state folder,
	 * stream threads or 0 for the default, the policy, standby copies of each state
	 */
	static void main(String[] args) throws IOException, PolicyProblemsException {
		Properties settings = settings();
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, args[1]);
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, args[2]);
		settings.put(StreamsConfig.STATE_DIR_CONFIG, args[3]);
		if (!args[4].equals("0")) {
			settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, args[4]);
		}
		settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, args[6]);
		StreamsBuilder builder = new StreamsBuilder();
		switch (Kind.valueOf(args[0])) {
			case MODERATION -> {
				Policy policy = PolicyReader.read(PolicySource.named(Path.of(args[5])));
				ModerationTopology.build(builder, _ -> policy, Duration.ofDays(400),
						new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
			}
			case PASS_THROUGH -> PassThrough.build(builder);
		}
		try (KafkaStreams streams = new KafkaStreams(builder.build(), settings)) {
			streams.start();
			Thread.ofVirtual().start(() -> tellWhenWarm(streams, args[3]));
			System.in.transferTo(OutputStream.nullOutputStream());
			// As the service does.
			streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
		}
	}

	/**
	 * Says so once when the state of every partition is here, and as new as its
	 * changelog.
	 */
	private static void tellWhenWarm(KafkaStreams streams, String state) {
		try {
			while (!isWarm(streams)) {
				TimeUnit.MILLISECONDS.sleep(100);
			}
			System.out.println(WARM + state);
			System.out.flush();
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
		}
	}

	private static boolean isWarm(KafkaStreams streams) {
		var lags = streams.allLocalStorePartitionLags().values();
		return lags.stream().anyMatch(store -> store.size() == Drain.TOPICS.comments().partitions())
				&& lags.stream().flatMap(store -> store.values().stream()).allMatch(lag -> lag.offsetLag() <= NO_LAG);
	}

	/** Those of the service's own file. */
	private static Properties settings() throws IOException {
		StandardEnvironment environment = new StandardEnvironment();
		new YamlPropertySourceLoader().load("moderation-service", new ClassPathResource("application.yaml"))
			.forEach(environment.getPropertySources()::addLast);
		Properties settings = new Properties();
		settings.putAll(
				Binder.get(environment).bindOrCreate("spring.kafka", KafkaProperties.class).buildStreamsProperties());
		return settings;
	}

	/** What is measured. */
	enum Kind {

		PASS_THROUGH, MODERATION

	}

}
