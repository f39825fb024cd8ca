package io.parley.local.dlt;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;

import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import io.parley.local.up.RunFile;
import org.apache.kafka.clients.CommonClientConfigs;
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

	@Option(names = "--command-config", paramLabel = "FILE",
			description = "settings of Kafka's clients, such as those for encryption and sign-in")
	private @Nullable Path commandConfig;

	private Map<String, Object> common() {
		Map<String, Object> settings = new HashMap<>();
		if (this.commandConfig != null) {
			Properties properties = new Properties();
			try (Reader reader = Files.newBufferedReader(this.commandConfig)) {
				properties.load(reader);
			}
			catch (IOException | IllegalArgumentException ex) {
				throw new CommandFailure("Cannot read " + this.commandConfig + ": " + ex, ex);
			}
			properties.stringPropertyNames().forEach((name) -> settings.put(name, properties.getProperty(name)));
		}
		settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, servers());
		return settings;
	}

	private String servers() {
		return (this.bootstrapServers != null) ? this.bootstrapServers
				: RunFile.read(Checkout.folder(), this.portBase).bootstrapServers();
	}

	KafkaConsumer<byte[], byte[]> consumer() {
		Map<String, Object> settings = common();
		settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
		settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
		return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	KafkaProducer<byte[], byte[]> producer() {
		Map<String, Object> settings = common();
		settings.put(ProducerConfig.ACKS_CONFIG, "all");
		settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
		settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
		settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
		return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
	}

}
