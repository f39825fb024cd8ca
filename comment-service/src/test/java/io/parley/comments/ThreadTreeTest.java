package io.parley.comments;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Platform;
import io.parley.contract.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;

@CommentServiceTest
class ThreadTreeTest {

	@Autowired
	Platform platform;

	@Autowired
	JdbcClient jdbc;

	private final String thread = newId();

	@Test
	void replies_stand_below_what_they_answer() {
		String a = approved("a", null);
		String b = approved("b", null);
		String ab = approved("ab", a);
		approved("ac", a);
		approved("abb", ab);
		approved("bb", b);

		assertThat(tree("order=oldest")).isEqualTo("a(ab(abb) ac) b(bb)");
		assertThat(tree("order=newest")).isEqualTo("b(bb) a(ac ab(abb))");
	}

	@Test
	void what_is_not_shown_keeps_its_place_above_what_is_and_tells_nothing() {
		String a = approved("a", null);
		String secret = approved("secret", a);
		approved("answer", secret);
		String alone = approved("alone", null);
		status(secret, "WITHDRAWN");
		status(alone, "REJECTED");
		String chain = approved("held", null);
		String below = approved("rejected", chain);
		approved("still there", below);
		status(chain, "HELD");
		status(below, "REJECTED");

		Answer answer = platform.get(path("order=oldest"));
		assertThat(rendered(answer.json())).isEqualTo("a(-(answer)) -(-(still there))");
		assertThat(answer.at("/comments/0/replies/0/id")).isEqualTo(secret);
		assertThat(answer.text()).doesNotContain("secret", "rejected", "alone", "REJECTED");
	}

	@Test
	void what_the_depth_leaves_out_is_told_and_can_be_read_on() {
		String a = approved("a", null);
		String b = approved("b", a);
		String c = approved("c", b);
		approved("d", c);

		Answer answer = platform.get(path("depth=2"));
		assertThat(rendered(answer.json())).isEqualTo("a(b(...))");

		String next = answer.at("/comments/0/replies/0/repliesNext");
		assertThat(tree("parent=" + b + "&cursor=" + next)).isEqualTo("c(d)");
		assertThat(tree("parent=" + b)).isEqualTo("c(d)");
	}

	@Test
	void siblings_are_read_page_by_page_on_every_level() {
		String a = approved("a", null);
		approved("b", null);
		approved("c", null);
		for (int i = 0; i < 5; i++) {
			approved("a" + i, a);
		}

		Answer first = platform.get(path("order=oldest&limit=2&replies=2"));
		assertThat(rendered(first.json())).isEqualTo("a(a0 a1 ...) b ...");
		assertThat(tree("order=oldest&limit=2&cursor=" + first.at("/next"))).isEqualTo("c");

		List<String> replies = new ArrayList<>();
		String cursor = first.at("/comments/0/repliesNext");
		while (!cursor.isEmpty()) {
			Answer page = platform.get(path("order=oldest&limit=2&parent=" + a + "&cursor=" + cursor));
			page.json().at("/comments").forEach(comment -> replies.add(comment.at("/body").asString()));
			cursor = page.at("/next");
		}
		assertThat(replies).containsExactly("a2", "a3", "a4");
	}

	@Test
	void an_answer_has_a_thousand_comments_at_most() {
		jdbc.sql("""
				insert into comment (id, site, thread_id, author_key, body, submitted_at, status)
				select gen_random_uuid(), 'daily', ?, 'a', 'top', now() + n * interval '1 second', 'APPROVED'
				from generate_series(1, 50) n
				""").param(thread).update();
		jdbc.sql("""
				insert into comment (id, site, thread_id, parent_id, author_key, body, submitted_at, status)
				select gen_random_uuid(), 'daily', p.thread_id, p.id, 'a', 'reply', now(), 'APPROVED'
				from comment p, generate_series(1, 30) n where p.thread_id = ?
				""").param(thread).update();

		Answer answer = platform.get(path("replies=30"));

		int replies = 0;
		for (JsonNode comment : answer.json().at("/comments")) {
			int here = comment.at("/replies").size();
			replies += here;
			assertThat(here > 0 || comment.has("repliesNext")).isTrue();
		}
		assertThat(replies).isEqualTo(930);
	}

	@Test
	void a_cursor_is_good_for_its_own_list_only() {
		String a = approved("a", null);
		approved("b", null);
		approved("aa", a);
		approved("ab", a);
		String top = platform.get(path("limit=1")).at("/next");
		String replies = platform.get(path("replies=1")).at("/comments/1/repliesNext");

		assertThat(platform.get(path("cursor=" + replies)).status()).isEqualTo(400);
		assertThat(platform.get(path("parent=" + a + "&cursor=" + top)).status()).isEqualTo(400);
		assertThat(platform.get("/v1/threads/" + thread + "/comments?cursor=" + top).status()).isEqualTo(400);
		assertThat(platform.get(path("depth=11")).at("/errors/0/field")).isEqualTo("depth");
		assertThat(platform.get(path("replies=0")).at("/errors/0/field")).isEqualTo("replies");
		assertThat(platform.get(path("parent=7")).at("/errors/0/field")).isEqualTo("parent");
		assertThat(platform.get("/v1/threads/t/comments?view=bush").at("/errors/0/field")).isEqualTo("view");
	}

	@Test
	void the_threads_of_a_page_are_counted_in_one_call() {
		approved("a", null);
		approved("b", null);
		status(approved("c", null), "HELD");

		Answer answer = counts("{\"ids\": [\"nobody's\", \"" + thread + "\"]}");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().at("/counts")).isEqualTo(Json.MAPPER.readTree("""
				[{"id": "nobody's", "comments": 0}, {"id": "%s", "comments": 2}]
				""".formatted(thread)));
		assertThat(counts("{\"ids\": []}").status()).isEqualTo(400);
		assertThat(counts("{\"ids\": [null, \" \"]}").json().at("/errors")).hasSize(2);
	}

	private Answer counts(String json) {
		return platform.send("POST", "/v1/threads:counts", BodyPublishers.ofString(json), "Content-Type",
				"application/json");
	}

	private String approved(String body, @Nullable String parent) {
		String json = Platform.comment(thread, newId(), body);
		String id = platform
			.post((parent != null) ? json.replaceFirst("\\{", "{\"parentId\": \"" + parent + "\",") : json)
			.at("/id");
		status(id, "APPROVED");
		return id;
	}

	private void status(String id, String status) {
		jdbc.sql("update comment set status = ?, publish_due = null where id = ?::uuid")
			.param(status)
			.param(id)
			.update();
	}

	private String path(String query) {
		return "/v1/threads/" + thread + "/comments?view=tree&" + query;
	}

	private String tree(String query) {
		return rendered(platform.get(path(query)).json());
	}

	/** Bodies with their replies in parentheses; '-' is hidden, '...' a cursor. */
	private static String rendered(JsonNode page) {
		return siblings(page.at("/comments"), page.has("next"));
	}

	private static String siblings(JsonNode comments, boolean more) {
		List<String> texts = new ArrayList<>();
		for (JsonNode comment : comments) {
			String below = siblings(comment.at("/replies"), comment.has("repliesNext"));
			texts.add(comment.at("/body").asString("-") + (below.isEmpty() ? "" : "(" + below + ")"));
		}
		if (more) {
			texts.add("...");
		}
		return texts.stream().collect(Collectors.joining(" "));
	}

}
