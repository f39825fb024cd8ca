package io.parley.local.dlt;

import java.util.HashMap;
import java.util.Map;

import io.parley.local.command.Checkout;
import io.parley.local.up.RunFile;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say whose dead letters, and Kafka's clients for them. */
final class Brokers {

	/** Its offsets tell what was sent again. */
	private static final String GROUP = "parley-dlt";

	@Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT",
			description = "the brokers; without it, those of a running ./parley up")
	private @Nullable String bootstrapServers;

	@Option(names = "--port-base", paramLabel = "PORT", defaultValue = "8080",
			description = "which ./parley up (${DEFAULT-VALUE})")
	private int portBase;

	private String servers() {
		return (this.bootstrapServers != null) ? this.bootstrapServers
				: RunFile.read(Checkout.folder(), this.portBase).bootstrapServers();
	}

	KafkaConsumer<byte[], byte[]> consumer() {
		Map<String, Object> settings = new HashMap<>();
		settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, servers());
		settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
		return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	KafkaProducer<byte[], byte[]> producer() {
		return new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, servers(), ProducerConfig.ACKS_CONFIG, "all",
						ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000,
						ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000),
				new ByteArraySerializer(), new ByteArraySerializer());
	}

}
