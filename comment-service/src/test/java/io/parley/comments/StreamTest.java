package io.parley.comments;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.EventStream;
import io.parley.comments.fixture.EventStream.Event;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.CommentContent;
import io.parley.contract.Verdict;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static io.parley.comments.fixture.Moderation.decision;
import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CommentServiceTest
class StreamTest {

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Autowired
	JdbcClient jdbc;

	@Autowired
	PlatformTransactionManager transactions;

	private final String thread = newId();

	private final String path = "/v1/threads/" + thread + "/stream";

	@Test
	void what_readers_see_is_told_when_it_changes() throws Exception {
		try (EventStream stream = platform.as(Platform.WEEKLY).stream(path);
				EventStream other = platform.stream(path)) {
			String comment = approved("weekly", "First words");
			await().until(() -> told(stream), List.of("comment First words")::equals);

			platform.as(Platform.WEEKLY).put("/v1/comments/" + comment, "{\"body\": \"Better words\"}");
			await().until(() -> told(stream), List.of("comment First words", "removed " + comment)::equals);
			decide("weekly", comment, 2);
			await().until(() -> told(stream).size(), Integer.valueOf(3)::equals);
			platform.as(Platform.WEEKLY).delete("/v1/comments/" + comment);

			await().until(() -> told(stream), List.of("comment First words", "removed " + comment,
					"comment Better words", "removed " + comment)::equals);
			assertThat(other.events()).isEmpty();
		}
	}

	@Test
	void what_was_never_shown_is_not_told() throws Exception {
		try (EventStream stream = platform.stream(path)) {
			String author = newId();
			platform.post(comment(thread, author, "held"));
			moderation.publish(decision(moderation.commentBy("daily/" + author), Verdict.HOLD));
			platform.delete(platform.post(comment(thread, newId(), "withdrawn")).at("/links/self"));

			approved("daily", "shown");

			await().until(() -> !stream.events().isEmpty());
			assertThat(told(stream)).containsExactly("comment shown");
		}
	}

	@Test
	void a_reader_that_comes_back_misses_nothing() throws Exception {
		String lastId;
		try (EventStream stream = platform.stream(path)) {
			approved("daily", "one");
			await().until(() -> !stream.events().isEmpty());
			lastId = stream.events().getFirst().id();
		}
		String two = approved("daily", "two");
		approved("daily", "three");
		platform.delete("/v1/comments/" + two);

		try (EventStream stream = platform.stream(path, "Last-Event-ID", lastId)) {
			await().until(() -> told(stream).contains("removed " + two));
			assertThat(told(stream)).contains("comment three").doesNotContain("comment two");

			approved("daily", "four");
			await().until(() -> told(stream).contains("comment four"));
		}
	}

	@Test
	void a_change_whose_transaction_ends_after_that_of_a_later_one_is_not_missed() throws Exception {
		String slow = approved("daily", "slow");
		String[] lastId = new String[1];
		new TransactionTemplate(transactions).executeWithoutResult(_ -> {
			// It begins first ...
			jdbc.sql("""
					update comment set body = 'slow and changed', shown_change = pg_current_xact_id()
					where id = ?::uuid
					""").param(slow).update();
			try (EventStream stream = platform.stream(path)) {
				elsewhere(() -> approved("daily", "quick"));
				await().until(() -> told(stream), List.of("comment quick")::equals);
				lastId[0] = stream.lastId();
			}
			catch (Exception failure) {
				throw new IllegalStateException(failure);
			}
			// ... and ends last, while nobody listens.
		});

		try (EventStream stream = platform.stream(path, "Last-Event-ID", lastId[0])) {
			await().until(() -> told(stream).contains("comment slow and changed"));
		}
	}

	@Test
	void the_same_change_told_twice_has_the_same_mark() throws Exception {
		approved("daily", "one");
		String begin = "1";
		try (EventStream first = platform.stream(path, "Last-Event-ID", begin);
				EventStream second = platform.stream(path, "Last-Event-ID", begin)) {
			await().until(() -> !first.events().isEmpty() && !second.events().isEmpty());
			assertThat(first.events().getFirst().change()).isEqualTo(second.events().getFirst().change());
		}
	}

	@Test
	void a_quiet_stream_moves_its_position_on() throws Exception {
		try (EventStream stream = platform.stream(path)) {
			await().until(() -> !stream.lastId().isEmpty());
			long begin = Long.parseLong(stream.lastId());
			platform.post(comment(newId(), newId(), "elsewhere"));

			await().until(() -> Long.parseLong(stream.lastId()) > begin);
			assertThat(stream.events()).isEmpty();
		}
	}

	@Test
	void an_id_of_another_database_makes_the_reader_begin_anew() throws Exception {
		try (EventStream stream = platform.stream(path, "Last-Event-ID", "999999999999")) {
			await().until(() -> !stream.events().isEmpty());
			assertThat(stream.events().getFirst().type()).isEqualTo("reset");
		}
	}

	@Test
	void a_request_that_cannot_be_answered_by_a_stream_is_answered_by_a_problem() {
		Answer badId = platform.get(path, "Accept", "text/event-stream", "Last-Event-ID", "yesterday");

		assertThat(badId.status()).isEqualTo(400);
		assertThat(badId.header("Content-Type")).isEqualTo("application/problem+json");
		assertThat(badId.at("/errors/0/field")).isEqualTo("Last-Event-ID");
		assertThat(platform.as("").get(path, "Accept", "text/event-stream").status()).isEqualTo(401);
	}

	private String approved(String site, String body) {
		String author = newId();
		Platform platformOfSite = platform.as(site.equals("weekly") ? Platform.WEEKLY : Platform.DAILY);
		String id = platformOfSite.post(comment(thread, author, body)).at("/id");
		moderation.publish(decision(moderation.commentBy(site + '/' + author), Verdict.APPROVE));
		await().until(() -> platformOfSite.get("/v1/comments/" + id).at("/status"), "APPROVED"::equals);
		return id;
	}

	private void decide(String site, String id, int revision) {
		String authorKey = jdbc.sql("select author_key from comment where id = ?::uuid")
			.param(id)
			.query(String.class)
			.single();
		assertThat(authorKey).startsWith(site);
		CommentContent text = (CommentContent) moderation.eventsBy(authorKey, revision).get(revision - 1);
		moderation.publish(decision(text, Verdict.APPROVE));
	}

	/** On a thread of its own, thus not in this one's transaction. */
	private static void elsewhere(Callable<?> work) throws Exception {
		var done = new FutureTask<>(work);
		Thread.startVirtualThread(done);
		done.get();
	}

	private static List<String> told(EventStream stream) {
		return stream.events().stream().map(Event::told).toList();
	}

}
