package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.UUID;

import io.parley.local.Parley;
import io.parley.local.up.RunFile;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/**
 * What a platform and its moderators see of two real services under the starter policy.
 */
class PipelineIT {

	/** Not in the starter policy's words but in its form: two links of someone new. */
	private static final String TWO_LINKS = "See https://news.example.org/a and https://news.example.net/b";

	/** From the starter policy: means nothing, is always rejected. */
	private static final String TRIGGER = "Is it on? PARLEY-STANDARD-MODERATION-TEST-4d7f1c2e";

	private final Platform platform = new Platform(Installations.shared().runFile());

	@Test
	void given_a_calm_comment_then_it_is_approved_within_the_call_and_stands_in_its_thread() throws Exception {
		String body = "Talks are better than silence. \u6F22\u5B57 \uD83D\uDD4A\uFE0F";
		HttpResponse<String> answer = platform.comment("lena", body, key(), 10);

		assertThat(answer.statusCode()).isEqualTo(201);
		JsonNode decided = Platform.json(answer);
		assertThat(decided.path("status").asString()).isEqualTo("APPROVED");
		JsonNode thread = platform.thread("summit");
		assertThat(thread.path("comments").values()).anySatisfy(comment -> {
			assertThat(comment.path("id")).isEqualTo(decided.path("id"));
			assertThat(comment.path("body").asString()).isEqualTo(body);
		});
	}

	@Test
	void given_the_harmless_trigger_then_it_is_rejected_with_a_reason_for_the_reader() throws Exception {
		HttpResponse<String> answer = platform.comment("tester", TRIGGER, key(), 10);

		assertThat(answer.statusCode()).isEqualTo(201);
		JsonNode shown = platform.show(Platform.json(answer).path("id").asString());
		assertThat(shown.path("status").asString()).isEqualTo("REJECTED");
		assertThat(shown.path("publicReason").path("text").asString()).isNotBlank();
	}

	@Test
	void given_a_held_comment_when_a_moderator_approves_it_then_readers_see_it() throws Exception {
		JsonNode held = Platform.json(platform.comment("newcomer", TWO_LINKS, key(), 10));
		assertThat(held.path("status").asString()).isEqualTo("HELD");
		String id = held.path("id").asString();

		await().untilAsserted(() -> assertThat(platform.review(id, "APPROVE").statusCode()).isEqualTo(202));

		await().untilAsserted(() -> assertThat(platform.show(id).path("status").asString()).isEqualTo("APPROVED"));
	}

	@Test
	void given_an_edit_then_it_is_moderated_again_and_the_withdrawal_leaves_nothing() throws Exception {
		String id = Platform.json(platform.comment("editor", "A calm beginning.", key(), 10)).path("id").asString();

		HttpResponse<String> edited = platform.edit(id, TRIGGER, 10);
		assertThat(edited.statusCode()).isEqualTo(200);
		assertThat(Platform.json(edited).path("status").asString()).isEqualTo("REJECTED");
		HttpResponse<String> calmed = platform.edit(id, "A calm end of " + id, 10);
		assertThat(Platform.json(calmed).path("status").asString()).isEqualTo("APPROVED");
		assertThat(platform.thread("summit").toString()).contains("A calm end of " + id);

		assertThat(platform.withdraw(id).statusCode()).isEqualTo(204);
		assertThat(platform.thread("summit").toString()).doesNotContain(id);
		assertThat(platform.show(id).path("status").asString()).isEqualTo("WITHDRAWN");
		// A review that comes too late brings it not back.
		await().untilAsserted(() -> assertThat(platform.review(id, "APPROVE").statusCode()).isIn(202, 404, 409));
		platform.comment("editor", "What comes after is decided after.", key(), 10);
		assertThat(platform.show(id).path("status").asString()).isEqualTo("WITHDRAWN");
	}

	@Test
	void given_the_same_key_and_comment_then_the_same_answer() throws Exception {
		String key = key();
		String first = Platform.json(platform.comment("lena", "Once is enough.", key, 0)).path("id").asString();
		String second = Platform.json(platform.comment("lena", "Once is enough.", key, 0)).path("id").asString();

		assertThat(second).isEqualTo(first);
	}

	@Test
	void given_a_key_by_command_then_it_is_good_soon_and_after_its_revocation_no_more() throws Exception {
		RunFile running = Installations.shared().runFile();
		String portBase = "--port-base=" + URI.create(running.commentsUrl()).getPort();
		StringWriter out = new StringWriter();
		CommandLine parley = Parley.commandLine().setOut(new PrintWriter(out));

		assertThat(parley.execute("keys", "create", running.site(), "by-command", "--scopes=read", portBase)).isZero();
		Platform reader = platform.withKey(out.toString().strip());
		await().untilAsserted(() -> assertThat(reader.thread("summit").has("comments")).isTrue());
		assertThat(reader.comment("lena", "May I?", key(), 0).statusCode()).isEqualTo(403);

		assertThat(parley.execute("keys", "revoke", running.site(), "by-command", portBase)).isZero();
		await().untilAsserted(() -> assertThat(reader.thread("summit").path("status").asInt()).isEqualTo(401));
	}

	private static String key() {
		return UUID.randomUUID().toString();
	}

}
