package io.parley.local.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

import io.parley.contract.Json;
import io.parley.local.up.ConsoleAccount;
import io.parley.local.up.FreePorts;
import io.parley.local.up.LocalInstallation;
import io.parley.local.up.RunFile;
import io.parley.local.up.ServiceDatabase;
import io.parley.moderation.access.PasswordRules;
import tools.jackson.databind.JsonNode;

/** A whole installation with a policy of its own, a browser, and readers who write. */
final class Newsroom implements AutoCloseable {

	/** The site of the platform's key. */
	private static final String SITE = "blog";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** It holds two links, shouting, and a text that three authors send. */
	private static final String POLICY = """
			policy: newsroom
			verdicts: { hold: 5, reject: 10 }
			reasons:
			  links: A moderator looks at comments with links from new authors first.
			  shouting: A moderator looks at your comment first. It is easier to read in normal letters.
			  coordinated: Many accounts have sent this text. Please write in your own words.
			rules:
			  - { id: newcomer-links, when: links.count >= 2, then: hold, reason: links }
			  - { id: shouting, when: body.length >= 40 && body.capsRatio >= 0.6, then: hold, reason: shouting }
			  - { id: campaign, when: campaign.authors >= 3, then: hold, reason: coordinated }
			  - { id: confirmed-campaign, when: campaign.confirmed, then: reject, reason: coordinated }
			""";

	private final HttpClient http = HttpClient.newHttpClient();

	private final Chromium chromium;

	private final LocalInstallation installation;

	private Newsroom(Chromium chromium, LocalInstallation installation) {
		this.chromium = chromium;
		this.installation = installation;
	}

	/** Skips the test, with the reason, if there is no browser. */
	static Newsroom openOrSkip(Path data) throws IOException {
		Chromium chromium = Chromium.orSkip();
		Path policy = Files.writeString(data.resolve("newsroom.yaml"), POLICY);
		return new Newsroom(chromium,
				LocalInstallation.start(FreePorts.options(data.resolve("installation"), 1, policy)));
	}

	/** A desk at which nobody has signed in. */
	Desk desk() {
		return new Desk(chromium, run().moderationUrl(), Desk.wide());
	}

	/** A desk whose browser runs no scripts. */
	Desk plainDesk() {
		return new Desk(chromium, run().moderationUrl(), Desk.wide().setJavaScriptEnabled(false));
	}

	/** Who may do everything at the console. */
	ConsoleAccount admin() {
		return installation.consoleAccount();
	}

	/** Gives somebody an account as a moderator. */
	ConsoleAccount moderator(String name) throws SQLException {
		ConsoleAccount account = new ConsoleAccount(name, "plum-tarts-for-nine-otters");
		try (Connection connection = database();
				PreparedStatement create = connection
					.prepareStatement("insert into moderator (name, role, password) values (?, 'moderator', ?)")) {
			create.setString(1, account.name());
			create.setString(2, PasswordRules.hash(account.password()));
			create.executeUpdate();
		}
		return account;
	}

	/** All comments are free again, as after the time that a claim lasts. */
	void letClaimsExpire() throws SQLException {
		try (Connection connection = database();
				PreparedStatement expire = connection.prepareStatement("update claim set until = now()")) {
			expire.executeUpdate();
		}
	}

	/** Sends a comment and waits for its decision. */
	JsonNode post(String author, String body, String thread) throws IOException, InterruptedException {
		Map<String, Object> comment = Map.of("thread", Map.of("id", thread, "title", "Two glasses, one bill"), "author",
				Map.of("id", author, "name", author), "body", body);
		HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(run().commentsUrl() + "/v1/comments"))
			.header("Authorization", "Bearer " + run().platformKey())
			.header("Content-Type", "application/json")
			.header("Prefer", "wait=30")
			.POST(HttpRequest.BodyPublishers.ofString(Json.MAPPER.writeValueAsString(comment))));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
		return Json.MAPPER.readTree(answer.body());
	}

	/** Sends a comment that the policy holds; its id. */
	String hold(String author, String body, String thread) throws IOException, InterruptedException {
		JsonNode comment = post(author, body, thread);
		assertThat(comment.path("status").asString("")).as(comment.toString()).isEqualTo("HELD");
		return comment.path("id").asString();
	}

	/** Closes a thread, as a program of the newsroom would. */
	void close(String thread) throws IOException, InterruptedException {
		HttpResponse<String> answer = send(
				HttpRequest.newBuilder(URI.create(run().moderationUrl() + "/v1/threads/mode"))
					.header("Authorization", "Bearer " + run().moderatorKey())
					.header("Content-Type", "application/json")
					.POST(HttpRequest.BodyPublishers
						.ofString("{\"site\":\"%s\",\"thread\":\"%s\",\"mode\":\"CLOSED\"}".formatted(SITE, thread))));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
	}

	/** The decision in force. */
	JsonNode decision(String commentId) throws IOException, InterruptedException {
		return Json.MAPPER
			.readTree(send(HttpRequest.newBuilder(URI.create(run().moderationUrl() + "/v1/decisions/" + commentId))
				.header("Authorization", "Bearer " + run().moderatorKey())).body());
	}

	String verdict(String commentId) throws IOException, InterruptedException {
		return decision(commentId).path("verdict").asString("");
	}

	private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
		return http.send(request.timeout(PATIENCE.plusSeconds(10)).build(), HttpResponse.BodyHandlers.ofString());
	}

	private Connection database() throws SQLException {
		ServiceDatabase database = ServiceDatabase.ofModeration(run());
		return DriverManager.getConnection(database.url(), database.user(), database.password());
	}

	private RunFile run() {
		return installation.runFile();
	}

	@Override
	public void close() {
		http.close();
		try (chromium) {
			installation.close();
		}
	}

}
