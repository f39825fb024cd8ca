package io.parley.local.up;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import io.parley.backends.SecuredServers;
import io.parley.local.Parley;
import io.parley.local.command.AccessKey;
import io.parley.local.command.Checkout;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Both services with the settings of the operators' page for a Kafka and a PostgreSQL
 * that take encrypted connections only.
 */
class SecuredIT {

	private static final AccessKey KEY = AccessKey.random();

	@TempDir
	static Path data;

	private static SecuredServers servers;

	private static LocalService comments;

	private static LocalService moderation;

	@BeforeAll
	static void start() throws Exception {
		InstallationOptions ports = FreePorts.options(data);
		servers = SecuredServers.start(data);
		Files.createDirectories(data.resolve("logs"));
		Map<String, String> commentSettings = settings("comments", ports.commentPort());
		commentSettings.put("parley.access.keys[0].site", "blog");
		commentSettings.put("parley.access.keys[0].name", "test");
		commentSettings.put("parley.access.keys[0].sha256", KEY.sha256());
		comments = service("comment-service", commentSettings, ports.commentPort());
		Map<String, String> moderationSettings = settings("moderation", ports.moderationPort(0));
		moderationSettings.put("parley.streams.state-dir", data.resolve("streams").toString());
		moderation = service("moderation-service", moderationSettings, ports.moderationPort(0));
		comments.launch();
		moderation.launch();
		comments.awaitReady();
		moderation.awaitReady();
	}

	@AfterAll
	static void stop() {
		comments.kill();
		moderation.kill();
		servers.close();
	}

	@Test
	void given_encrypted_connections_then_a_comment_is_decided_over_them() {
		try (HttpClient http = HttpClient.newHttpClient()) {
			// Until the comment service has seen its topics it answers 202 at once.
			await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
				HttpResponse<String> answer = http
					.send(HttpRequest.newBuilder(URI.create(comments.url() + "/v1/comments"))
						.header("Authorization", "Bearer " + KEY.value())
						.header("Content-Type", "application/json")
						.header("Prefer", "wait=10")
						.POST(HttpRequest.BodyPublishers.ofString("""
								{"thread": {"id": "t"}, "author": {"id": "a"}, "body": "Calm words."}"""))
						.build(), HttpResponse.BodyHandlers.ofString());
				assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
				assertThat(answer.body()).contains("APPROVED");
			});
		}
	}

	@Test
	void given_encrypted_connections_then_no_other_is_open() throws Exception {
		try (var connection = DriverManager.getConnection(servers.jdbcUrl("postgres"), servers.databaseUser(),
				servers.databasePassword());
				var row = connection.createStatement()
					.executeQuery("select count(*) filter (where ssl), count(*) filter (where not ssl) from pg_stat_ssl"
							+ " join pg_stat_activity using (pid) where datname in ('comments', 'moderation')")) {
			row.next();
			assertThat(row.getInt(1)).isPositive();
			assertThat(row.getInt(2)).isZero();
		}
	}

	@Test
	void given_a_file_of_settings_then_commands_reach_the_broker_too() {
		Path file = data.resolve("client.properties");
		PrivateFile.write(file,
				Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "sasl.jaas.config", servers.login(),
						"ssl.truststore.type", "PEM", "ssl.truststore.location", servers.authority().toString()));

		int status = Parley.commandLine()
			.execute("dlt", "list", "--bootstrap-servers", servers.bootstrapServers(), "--command-config",
					file.toString());

		assertThat(status).isZero();
	}

	private static LocalService service(String name, Map<String, String> settings, int port) {
		Path file = data.resolve(name + ".properties");
		PrivateFile.write(file, settings);
		return new LocalService(name, ServiceProgram.of(name, Checkout.folder()), file, Map.of(), port,
				data.resolve("logs/" + name + ".log"), Caching.USED, (_, _) -> {
				});
	}

	private static Map<String, String> settings(String database, int port) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("server.port", Integer.toString(port));
		settings.put("server.address", "127.0.0.1");
		settings.put("parley.topics.partitions", "2");
		settings.put("spring.kafka.bootstrap-servers", servers.bootstrapServers());
		settings.put("spring.kafka.security.protocol", "SASL_SSL");
		settings.put("spring.kafka.ssl.trust-store-type", "PEM");
		settings.put("spring.kafka.ssl.trust-store-location", "file:" + servers.authority());
		settings.put("spring.kafka.properties.sasl.mechanism", "PLAIN");
		settings.put("spring.kafka.properties.sasl.jaas.config", servers.login());
		settings.put("spring.datasource.url",
				servers.jdbcUrl(database) + "?sslmode=verify-full&sslrootcert=" + servers.authority());
		settings.put("spring.datasource.username", servers.databaseUser());
		settings.put("spring.datasource.password", servers.databasePassword());
		return settings;
	}

}
