package io.parley.backends;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import com.github.dockerjava.api.exception.NotFoundException;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * Both servers in containers, from the images that docker-compose.yml names.
 * Testcontainers is an optional dependency: who wants these servers brings it.
 */
record ContainerServers(KafkaContainer kafka, PostgreSQLContainer postgresql) implements Servers {

	static final String KAFKA_IMAGE = "apache/kafka:4.3.1";

	static final String POSTGRESQL_IMAGE = "postgres:18";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	/**
	 * Why containers would not start at once: there is no engine, it cannot run them, or
	 * it would have to download an image. Null if they would.
	 */
	static @Nullable String obstacle() {
		try {
			if (!DockerClientFactory.instance().isDockerAvailable()) {
				return "no Docker engine answers";
			}
			return Stream.of(KAFKA_IMAGE, POSTGRESQL_IMAGE)
				.filter((image) -> !isThere(image))
				.findFirst()
				.map((image) -> "the Docker engine does not have " + image)
				.orElse(null);
		}
		catch (NoClassDefFoundError _) {
			return "Testcontainers is not on the class path";
		}
		catch (RuntimeException failure) {
			return "the Docker engine cannot run Testcontainers' own container: " + failure.getMessage();
		}
	}

	private static boolean isThere(String image) {
		try {
			DockerClientFactory.lazyClient().inspectImageCmd(image).exec();
			return true;
		}
		catch (NotFoundException _) {
			return false;
		}
	}

	@SuppressWarnings("resource") // Closed with this record.
	static ContainerServers start() {
		KafkaContainer kafka = new KafkaContainer(DockerImageName.parse(KAFKA_IMAGE))
			.withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0")
			.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
			.withEnv("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4")
			.withEnv("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4")
			.withStartupTimeout(PATIENCE);
		PostgreSQLContainer postgresql = new PostgreSQLContainer(DockerImageName.parse(POSTGRESQL_IMAGE))
			.withCommand("postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c", "full_page_writes=off",
					"-c", "max_connections=200")
			.withStartupTimeout(PATIENCE);
		// Both take a few seconds, so they start beside each other.
		CompletableFuture<Void> both = CompletableFuture.allOf(CompletableFuture.runAsync(postgresql::start),
				CompletableFuture.runAsync(kafka::start));
		ContainerServers servers = new ContainerServers(kafka, postgresql);
		try {
			both.join();
			return servers;
		}
		catch (CompletionException failure) {
			servers.close();
			throw new BackendException("A server does not start in its container: " + failure.getCause(), failure);
		}
	}

	@Override
	public String bootstrapServers() {
		return this.kafka.getBootstrapServers();
	}

	@Override
	public String jdbcUrl(String database) {
		return "jdbc:postgresql://" + this.postgresql.getHost() + ":"
				+ this.postgresql.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT) + "/" + database;
	}

	@Override
	public String user() {
		return this.postgresql.getUsername();
	}

	@Override
	public String password() {
		return this.postgresql.getPassword();
	}

	@Override
	public void createDatabase(String name) {
		Database.create(jdbcUrl(this.postgresql.getDatabaseName()), user(), password(), name);
	}

	@Override
	public void close() {
		this.kafka.stop();
		this.postgresql.stop();
	}

}
