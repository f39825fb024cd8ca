package io.parley.local.up;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import io.parley.local.command.AccessKey;
import io.parley.local.command.CommandFailure;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

/** The installation that {@code ./parley up} runs, with the real jars of the services. */
class LocalInstallationIT {

	@TempDir
	static Path data;

	private static InstallationOptions options;

	private static LocalInstallation installation;

	@BeforeAll
	static void start() {
		options = FreePorts.options(data);
		installation = LocalInstallation.start(options);
	}

	@AfterAll
	static void stop() {
		installation.close();
	}

	@Test
	void a_comment_is_decided_also_after_a_service_was_killed_and_started_again() throws Exception {
		assertThat(post().statusCode()).isEqualTo(201);

		installation.commentService().kill();
		assertThat(installation.commentService().isAlive()).isFalse();
		installation.commentService().start();

		assertThat(post().statusCode()).isEqualTo(201);
		assertThat(installation.accident()).isNotDone();
	}

	@Test
	void a_service_that_ends_unasked_is_started_again() throws Exception {
		LocalService service = installation.moderationService(0);
		long dead = service.pid();
		ProcessHandle.of(dead).orElseThrow().destroyForcibly();

		await().atMost(Duration.ofMinutes(3)).until(() -> service.isAlive() && service.pid() != dead);

		assertThat(post().statusCode()).isIn(201, 202);
		assertThat(installation.accident()).isNotDone();
	}

	@Test
	void its_data_folder_is_refused_to_a_second_installation() {
		assertThatExceptionOfType(CommandFailure.class)
			.isThrownBy(() -> LocalInstallation.start(FreePorts.options(data)))
			.withMessageContaining("already runs on " + data);
	}

	@Test
	void a_taken_port_is_named_before_anything_starts(@TempDir Path otherData) throws Exception {
		InstallationOptions other = FreePorts.options(otherData);
		try (ServerSocket _ = new ServerSocket(other.brokerPort(), 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(CommandFailure.class).isThrownBy(() -> LocalInstallation.start(other))
				.withMessageContaining(other.brokerPort() + " (Kafka broker)");
		}
		assertThat(otherData.resolve("kafka")).doesNotExist();
	}

	@Test
	void keys_and_settings_are_for_their_owner_only_and_no_service_learns_a_key() throws Exception {
		Path settings = data.resolve("settings/comment-service.properties");
		assertThat(permissions(data.resolve("keys.properties"))).isEqualTo("rw-------");
		assertThat(permissions(settings)).isEqualTo("rw-------");
		assertThat(Files.readString(settings)).doesNotContain(installation.runFile().platformKey())
			.contains(new AccessKey(installation.runFile().platformKey()).sha256());
		assertThat(RunFile.read(options.checkout(), options.portBase())).isEqualTo(installation.runFile());
	}

	@Test
	@Tag("thorough")
	void nothing_is_left_when_the_command_is_killed_hard(@TempDir Path otherData) throws Exception {
		InstallationOptions other = FreePorts.options(otherData);
		Process command = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Dparley.home=" + other.checkout(), "-cp", System.getProperty("java.class.path"),
				"io.parley.local.Parley", "up", "--data", otherData.toString(), "--port-base",
				Integer.toString(other.portBase()))
			.redirectErrorStream(true)
			.start();
		var output = command.inputReader();
		assertThat(output.lines().anyMatch((line) -> line.contains("Ctrl-C stops"))).isTrue();
		var children = command.descendants().toList();
		long database = Long
			.parseLong(Files.readAllLines(otherData.resolve("postgresql/cluster/postmaster.pid")).getFirst());
		ProcessHandle postmaster = ProcessHandle.of(database).orElseThrow();
		assertThat(children).hasSizeGreaterThanOrEqualTo(3);

		command.destroyForcibly().waitFor();

		for (ProcessHandle child : children) {
			child.onExit().get(90, TimeUnit.SECONDS);
		}
		postmaster.onExit().get(90, TimeUnit.SECONDS);
	}

	private static String permissions(Path file) throws IOException {
		return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
	}

	private static HttpResponse<String> post() throws Exception {
		RunFile run = installation.runFile();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create(run.commentsUrl() + "/v1/comments"))
				.timeout(Duration.ofSeconds(30))
				.header("Authorization", "Bearer " + run.platformKey())
				.header("Content-Type", "application/json")
				.header("Idempotency-Key", UUID.randomUUID().toString())
				.header("Prefer", "wait=10")
				.POST(HttpRequest.BodyPublishers.ofString("""
						{"thread": {"id": "t", "url": "https://blog.example/t", "title": "T"},
						 "author": {"id": "ada", "name": "Ada"}, "body": "Thank you for this article."}"""))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
