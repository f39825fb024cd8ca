package io.parley.local.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.parley.contract.Json;
import io.parley.contract.Topics;
import io.parley.local.Parley;
import io.parley.local.chaos.Log;
import io.parley.local.up.RunFile;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/** What happens in a newsroom, so that there is something to see on the dashboards. */
record Newsroom(RunFile parley) {

	/**
	 * Rules that match often, one with a limit that is soon reached, one in shadow, and
	 * one that fails for want of a link.
	 */
	static Path policy(Path folder) throws IOException {
		return Files.writeString(folder.resolve("policy.yaml"), """
				policy: newsroom
				verdicts: { hold: 5, reject: 10 }
				reasons:
				  links: A moderator looks at comments with links first.
				  test: This is a test.
				lists:
				  trigger: { terms: [dashboard-test-word], match: exact }
				  flood: { terms: [dashboard-flood-word], match: exact }
				rules:
				  - id: trigger
				    when: body.has("trigger")
				    then: reject
				    reason: test
				  - id: flood
				    when: body.has("flood")
				    then: reject
				    limit: { rejectsPerHour: 5 }
				    reason: test
				  - id: links
				    when: links.count >= 2
				    then: hold
				    reason: links
				  - id: shouting
				    when: body.capsRatio > 0.8
				    then: hold
				    mode: shadow
				  - id: broken
				    when: 10 / links.count > 100
				    then: hold
				    mode: shadow
				""");
	}

	static Path comments(Path file, int rows) throws IOException {
		StringBuilder table = new StringBuilder("id\tthread\tauthor_id\tminute\ttext\texpected\n");
		for (int row = 0; row < rows; row++) {
			String text = switch (row % 5) {
				case 0, 1 -> "Two sources: https://a.example.org/" + row + " https://b.example.net";
				case 2 -> "HOW LONG WILL YOU LET THEM LIE TO YOU";
				case 3 -> "The dashboard-" + (row % 2 == 0 ? "test" : "flood") + "-word, " + row;
				default -> "A plain remark on the summit, number " + row;
			};
			table.append("%s-%d\tsummit\treader%d\t%d\t%s\tapprove\n".formatted(file.getFileName(), row, row % 40,
					row / 30, text));
		}
		return Files.writeString(file, table);
	}

	/** Replays a file of comments, and returns when all are decided. */
	void replay(Path comments, int perSecond) {
		StringWriter out = new StringWriter();
		CommandLine command = Parley.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
		int port = URI.create(parley.commentsUrl()).getPort();
		assertThat(command.execute("replay", comments.toString(), "--rate", Integer.toString(perSecond), "--port-base",
				Integer.toString(port)))
			.as("%s", out)
			.isZero();
	}

	/** Ids of comments that wait for a moderator. */
	List<String> queue() throws IOException, InterruptedException {
		return moderator("/v1/queue?limit=20", null).path("comments")
			.valueStream()
			.map(entry -> entry.at("/decision/commentId").asString())
			.toList();
	}

	void review(String commentId, String verdict) throws IOException, InterruptedException {
		moderator("/v1/reviews",
				Json.MAPPER.writeValueAsString(Map.of("commentId", commentId, "revision", 1, "verdict", verdict)));
	}

	private JsonNode moderator(String path, @org.jspecify.annotations.Nullable String json)
			throws IOException, InterruptedException {
		try (HttpClient http = HttpClient.newHttpClient()) {
			HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(parley.moderationUrl() + path))
				.header("Authorization", "Bearer " + parley.moderatorKey())
				.header("Content-Type", "application/json");
			if (json != null) {
				request.POST(HttpRequest.BodyPublishers.ofString(json));
			}
			HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
			return Json.MAPPER.readTree(answer.body());
		}
	}

	/** A record on the log that nobody can read. */
	void spoil() throws Exception {
		byte[] bytes = "unreadable".getBytes(UTF_8);
		new Log(parley.bootstrapServers())
			.write(List.of(new ConsumerRecord<>(Topics.COMMENTS, 0, 0, 0, TimestampType.CREATE_TIME, bytes.length,
					bytes.length, bytes, bytes, new RecordHeaders(), Optional.empty())));
	}

}
