package io.parley.comments;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.CommentEdited;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.PlatformEvent;
import io.parley.contract.Verdict;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.parley.comments.fixture.Moderation.decision;
import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CommentServiceTest
class EditingTest {

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Autowired
	JdbcClient jdbc;

	private final String thread = newId();

	private final String author = newId();

	@Test
	void an_edit_is_published_as_the_next_revision_and_is_pending() {
		String path = submitted("First words");

		Answer answer = platform.put(path, "{\"body\": \"Better words\", \"language\": \"en\"}");

		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
		assertThat(answer.at("/status")).isEqualTo("PENDING");
		assertThat(answer.json().at("/revision").asInt()).isEqualTo(2);
		assertThat(answer.header("ETag")).isEqualTo("\"2.0\"");
		List<PlatformEvent> events = moderation.eventsBy("daily/" + author, 2);
		CommentSubmitted first = (CommentSubmitted) events.getFirst();
		assertThat(events.getLast()).isInstanceOfSatisfying(CommentEdited.class, edited -> {
			assertThat(edited.commentId()).isEqualTo(first.commentId());
			assertThat(edited.revision()).isEqualTo(2);
			assertThat(edited.body()).isEqualTo("Better words");
			assertThat(edited.thread()).isEqualTo(first.thread());
			assertThat(edited.editedAt()).isAfter(first.submittedAt());
		});
		assertThat(platform.get(path).at("/body")).isEqualTo("Better words");
	}

	@Test
	void a_caller_that_waits_is_answered_by_the_decision_about_its_own_text() {
		String path = submitted("First words");
		CommentSubmitted first = moderation.commentBy("daily/" + author);
		var answer = CompletableFuture
			.supplyAsync(() -> platform.put(path, "{\"body\": \"Better\"}", "Prefer", "wait=9"));
		CommentEdited edited = (CommentEdited) moderation.eventsBy("daily/" + author, 2).getLast();

		moderation.publish(decision(first, Verdict.APPROVE));
		moderation.publish(decision(edited, Verdict.REJECT));

		Answer decided = answer.orTimeout(9, TimeUnit.SECONDS).join();
		assertThat(decided.status()).isEqualTo(200);
		assertThat(decided.at("/status")).isEqualTo("REJECTED");
		assertThat(decided.header("ETag")).isEqualTo("\"2.1\"");
		assertThat(decided.header("Preference-Applied")).isEqualTo("wait=9");
	}

	@Test
	void readers_see_the_approved_text_until_the_new_one_is_decided() {
		String path = approved("First words");
		platform.put(path, "{\"body\": \"Better words\"}");
		CommentEdited edited = (CommentEdited) moderation.eventsBy("daily/" + author, 2).getLast();
		assertThat(shown()).containsExactly("First words");

		moderation.publish(decision(edited, Verdict.HOLD));
		awaitStatus(path, "HELD");
		assertThat(shown()).containsExactly("First words");
		assertThat(platform.get("/v1/threads/" + thread + "/comments").json().at("/comments/0/revision").asInt())
			.isOne();

		moderation.publish(decision(edited, Verdict.APPROVE, 2, 2));
		awaitStatus(path, "APPROVED");
		assertThat(shown()).containsExactly("Better words");
	}

	@Test
	void readers_go_on_seeing_the_approved_text_through_several_edits_and_nothing_after_a_rejection() {
		String path = approved("First words");
		platform.put(path, "{\"body\": \"Second words\"}");
		platform.put(path, "{\"body\": \"Third words\"}");
		CommentEdited third = (CommentEdited) moderation.eventsBy("daily/" + author, 3).getLast();
		assertThat(shown()).containsExactly("First words");

		moderation.publish(decision(third, Verdict.REJECT));
		awaitStatus(path, "REJECTED");
		assertThat(shown()).isEmpty();

		platform.put(path, "{\"body\": \"Fourth words\"}");
		assertThat(shown()).isEmpty();
	}

	@Test
	void readers_of_a_site_that_wants_it_so_see_nothing_until_the_new_text_is_decided() {
		Platform weekly = platform.as(Platform.WEEKLY);
		String path = weekly.post(comment(thread, author, "First words")).at("/links/self");
		moderation.publish(decision(moderation.commentBy("weekly/" + author), Verdict.APPROVE));
		await().until(() -> weekly.get(path).at("/status"), "APPROVED"::equals);

		weekly.put(path, "{\"body\": \"Better words\"}");

		assertThat(weekly.get("/v1/threads/" + thread + "/comments").json().at("/comments")).isEmpty();
	}

	@Test
	void the_same_text_again_is_no_new_revision() {
		String path = approved("First words");

		Answer answer = platform.put(path, "{\"body\": \"First words\"}");

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().at("/revision").asInt()).isOne();
		assertThat(answer.at("/status")).isEqualTo("APPROVED");
	}

	@Test
	void an_edit_of_a_text_that_was_changed_meanwhile_is_refused() {
		String path = submitted("First words");
		String tag = platform.get(path).header("ETag");

		assertThat(platform.put(path, "{\"body\": \"Mine\"}", "If-Match", tag).status()).isEqualTo(202);
		Answer late = platform.put(path, "{\"body\": \"Theirs\"}", "If-Match", tag);

		assertThat(late.status()).isEqualTo(412);
		assertThat(late.at("/type")).isEqualTo("urn:parley:problem:edited-since");
		assertThat(platform.put(path, "{\"body\": \"Theirs\"}", "If-Match", "\"2.7\"").status()).isEqualTo(202);
		assertThat(platform.put(path, "{\"body\": \"Any\"}", "If-Match", "*").status()).isEqualTo(202);
	}

	@Test
	void every_revision_is_told_with_what_became_of_it() {
		String path = approved("First words");
		platform.put(path, "{\"body\": \"Second words\"}");
		platform.put(path, "{\"body\": \"Third words\"}");
		CommentEdited third = (CommentEdited) moderation.eventsBy("daily/" + author, 3).getLast();
		moderation.publish(decision(third, Verdict.HOLD));
		awaitStatus(path, "HELD");

		Answer history = platform.get(path + "/revisions");

		assertThat(texts(history, "/revisions", "/body")).containsExactly("First words", "Second words", "Third words");
		assertThat(texts(history, "/revisions", "/status")).containsExactly("APPROVED", "SUPERSEDED", "HELD");
		assertThat(history.at("/revisions/2/publicReason/code")).isEqualTo("link-review");
		assertThat(platform.as(Platform.WEEKLY).get(path + "/revisions").status()).isEqualTo(404);
	}

	@Test
	void a_comment_has_no_more_than_a_hundred_revisions() {
		String path = submitted("First words");
		jdbc.sql("update comment set revision = 100 where author_id = ?").param(author).update();

		Answer answer = platform.put(path, "{\"body\": \"Once more\"}");

		assertThat(answer.status()).isEqualTo(409);
		assertThat(answer.at("/type")).isEqualTo("urn:parley:problem:too-many-revisions");
	}

	@Test
	void an_edit_that_the_process_did_not_live_to_publish_is_published_later() {
		String path = submitted("First words");
		moderation.commentBy("daily/" + author);
		// As a process leaves it that dies between the commit and the publication.
		jdbc.sql("""
				update comment set body = 'Never sent', revision = 2, edited_at = now(), publish_due = now()
				where author_id = ?
				""").param(author).update();

		assertThat(moderation.eventsBy("daily/" + author, 2).getLast()).isInstanceOfSatisfying(CommentEdited.class,
				edited -> assertThat(edited.body()).isEqualTo("Never sent"));
		assertThat(platform.get(path).at("/status")).isEqualTo("PENDING");
	}

	@Test
	void the_acknowledgement_of_an_earlier_revision_leaves_a_later_one_due() {
		String path = submitted("First words");
		platform.put(path, "{\"body\": \"Second words\"}");
		moderation.eventsBy("daily/" + author, 2);
		CommentSubmitted first = moderation.commentBy("daily/" + author);

		moderation.publish(decision(first, Verdict.APPROVE));
		CommentSubmitted marker = marker();
		moderation.publish(decision(marker, Verdict.HOLD));

		awaitStatus("/v1/comments/" + marker.commentId(), "HELD");
		assertThat(platform.get(path).at("/status")).isEqualTo("PENDING");
		assertThat(jdbc.sql("select publish_due is not null from comment where id = ?::uuid")
			.param(first.commentId())
			.query(Boolean.class)
			.single()).isTrue();
	}

	@Test
	void a_text_is_needed_and_only_that_and_its_language_can_change() {
		String path = submitted("First words");

		assertThat(platform.put(path, "{\"body\": \" \"}").at("/errors/0/field")).isEqualTo("body");
		assertThat(platform.put(path, "{\"body\": \"b\", \"language\": \"klingon?\"}").at("/errors/0/field"))
			.isEqualTo("language");
		assertThat(platform.put(path, "{\"body\": \"b\", \"author\": {\"id\": \"x\"}}").status()).isEqualTo(400);
		assertThat(platform.put("/v1/comments/" + newId(), "{\"body\": \"b\"}").status()).isEqualTo(404);
		assertThat(platform.as(Platform.WEEKLY).put(path, "{\"body\": \"b\"}").status()).isEqualTo(404);
	}

	private String submitted(String body) {
		return platform.post(comment(thread, author, body)).at("/links/self");
	}

	private String approved(String body) {
		String path = submitted(body);
		moderation.publish(decision(moderation.commentBy("daily/" + author), Verdict.APPROVE));
		awaitStatus(path, "APPROVED");
		return path;
	}

	/** A comment of the same author, thus decided after what came before it. */
	private CommentSubmitted marker() {
		platform.post(comment(newId(), author, "marker"));
		return (CommentSubmitted) moderation.eventsBy("daily/" + author, 3).getLast();
	}

	private void awaitStatus(String path, String status) {
		await().untilAsserted(() -> assertThat(platform.get(path).at("/status")).isEqualTo(status));
	}

	private List<String> shown() {
		return texts(platform.get("/v1/threads/" + thread + "/comments"), "/comments", "/body");
	}

	private static List<String> texts(Answer answer, String list, String field) {
		return StreamSupport.stream(answer.json().at(list).spliterator(), false)
			.map(element -> element.at(field).asString(""))
			.toList();
	}

}
