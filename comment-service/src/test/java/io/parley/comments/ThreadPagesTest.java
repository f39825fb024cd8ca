package io.parley.comments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Platform;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;

@CommentServiceTest
class ThreadPagesTest {

	@Autowired
	Platform platform;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	@Test
	void only_approved_comments_are_shown() {
		String thread = newId();
		for (String status : List.of("PENDING", "APPROVED", "HELD", "REJECTED", "WITHDRAWN")) {
			decided(thread, status, status);
		}

		assertThat(bodies(platform.get("/v1/threads/" + thread + "/comments"))).containsExactly("APPROVED");
	}

	@Test
	void a_thread_is_read_page_by_page_in_both_orders() {
		String thread = newId();
		List<String> oldestFirst = IntStream.range(0, 7).mapToObj(i -> decided(thread, "c" + i, "APPROVED")).toList();
		List<String> newestFirst = new ArrayList<>(oldestFirst);
		Collections.reverse(newestFirst);

		assertThat(readAll(thread, "oldest")).isEqualTo(oldestFirst);
		assertThat(readAll(thread, "newest")).isEqualTo(newestFirst);
	}

	@Test
	void a_page_stays_where_it_was_when_new_comments_come() {
		String thread = newId();
		IntStream.range(0, 4).forEach(i -> decided(thread, "c" + i, "APPROVED"));
		Answer first = platform.get("/v1/threads/" + thread + "/comments?limit=2");

		decided(thread, "late", "APPROVED");

		assertThat(bodies(first)).containsExactly("c3", "c2");
		assertThat(bodies(platform.get("/v1/threads/" + thread + "/comments?limit=2&cursor=" + first.at("/next"))))
			.containsExactly("c1", "c0");
	}

	@Test
	void comments_are_in_the_order_of_submission_and_not_of_import() {
		String thread = newId();
		for (int year : List.of(2021, 2019, 2020)) {
			platform.post("""
					{"thread": {"id": "%s"}, "author": {"id": "a"}, "body": "%d", "submittedAt": "%d-01-01T00:00:00Z"}
					""".formatted(thread, year, year));
		}
		jdbc.sql("update comment set status = 'APPROVED', publish_due = null where thread_id = ?")
			.param(thread)
			.update();

		assertThat(bodies(platform.get("/v1/threads/" + thread + "/comments?order=oldest"))).containsExactly("2019",
				"2020", "2021");
	}

	@Test
	void a_cursor_is_good_for_its_own_thread_and_order_only() {
		String thread = newId();
		IntStream.range(0, 2).forEach(i -> decided(thread, "c" + i, "APPROVED"));
		String cursor = platform.get("/v1/threads/" + thread + "/comments?limit=1").at("/next");
		String tampered = (cursor.startsWith("A") ? "B" : "A") + cursor.substring(1);

		assertThat(cursor).isNotEmpty();
		for (String query : List.of("?cursor=" + tampered, "?order=oldest&cursor=" + cursor)) {
			Answer answer = platform.get("/v1/threads/" + thread + "/comments" + query);
			assertThat(answer.status()).isEqualTo(400);
			assertThat(answer.at("/errors/0/field")).isEqualTo("cursor");
		}
		assertThat(platform.get("/v1/threads/other/comments?cursor=" + cursor).status()).isEqualTo(400);
		assertThat(platform.as(Platform.WEEKLY).get("/v1/threads/" + thread + "/comments?cursor=" + cursor).status())
			.isEqualTo(400);
	}

	@Test
	void a_page_can_be_read_along_an_index() {
		// A small table is not worth an index to the planner, so it is told to use one.
		String plan = new TransactionTemplate(transactions).execute(_ -> {
			jdbc.sql("set local enable_seqscan = off").update();
			jdbc.sql("set local enable_bitmapscan = off").update();
			jdbc.sql("set local enable_sort = off").update();
			return String.join("\n", jdbc.sql("""
					explain select id from comment where site = 'daily' and thread_id = 't' and shown
					  and (submitted_at, id) < (now(), gen_random_uuid()) order by submitted_at desc, id desc limit 50
					""").query(String.class).list());
		});

		assertThat(plan).contains("comment_shown").doesNotContain("Sort");
	}

	@Test
	void a_thread_id_may_be_any_text() {
		String thread = "https://example.org/2026/a b?c=1&d=%41;e#f\\g/../ü👍 " + newId();
		String link = platform.post(comment(thread, newId(), "odd")).at("/links/thread");
		jdbc.sql("update comment set status = 'APPROVED', publish_due = null where thread_id = ?")
			.param(thread)
			.update();

		Answer answer = platform.get(link);

		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertThat(answer.at("/comments/0/threadId")).isEqualTo(thread);
	}

	/** Posts a comment and gives it a status; returns its body. */
	private String decided(String thread, String body, String status) {
		String id = platform.post(comment(thread, newId(), body)).at("/id");
		jdbc.sql("update comment set status = ?, publish_due = null where id = ?::uuid")
			.param(status)
			.param(id)
			.update();
		return body;
	}

	private List<String> readAll(String thread, String order) {
		List<String> all = new ArrayList<>();
		String cursor = "";
		do {
			Answer page = platform.get("/v1/threads/" + thread + "/comments?limit=3&order=" + order + cursor);
			all.addAll(bodies(page));
			cursor = page.at("/next").isEmpty() ? "" : "&cursor=" + page.at("/next");
		}
		while (!cursor.isEmpty());
		return all;
	}

	private static List<String> bodies(Answer page) {
		return StreamSupport.stream(page.json().at("/comments").spliterator(), false)
			.map(comment -> comment.at("/body").asString())
			.toList();
	}

}
