package io.parley.comments;

import java.util.List;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentWithdrawn;
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
class WithdrawingTest {

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Autowired
	JdbcClient jdbc;

	private final String thread = newId();

	private final String author = newId();

	private final String secret = "My address is " + newId();

	@Test
	void a_withdrawn_comment_is_gone_from_every_answer_and_from_the_database() {
		String path = submitted();
		moderation.publish(decision(moderation.commentBy("daily/" + author), Verdict.APPROVE));
		await().until(() -> platform.get(path).at("/status"), "APPROVED"::equals);
		platform.put(path, "{\"body\": \"" + secret + "!\"}");

		assertThat(platform.delete(path).status()).isEqualTo(204);

		Answer shown = platform.get(path);
		assertThat(shown.at("/status")).isEqualTo("WITHDRAWN");
		Answer history = platform.get(path + "/revisions");
		assertThat(history.json().at("/revisions")).hasSize(3);
		assertThat(history.at("/revisions/2/status")).isEqualTo("WITHDRAWN");
		Answer page = platform.get("/v1/threads/" + thread + "/comments");
		assertThat(page.json().at("/comments")).isEmpty();
		assertThat(shown.text() + history.text() + page.text()).doesNotContain(secret);
		assertThat(jdbc.sql("""
				select (select count(*) from comment c where c::text like :text)
				  + (select count(*) from comment_revision r where r::text like :text)
				""").param("text", '%' + secret + '%').query(Long.class).single()).isZero();
	}

	@Test
	void a_withdrawal_is_published_once_and_then_forgotten() {
		String path = submitted();
		CommentSubmitted comment = moderation.commentBy("daily/" + author);

		assertThat(platform.delete(path).status()).isEqualTo(204);
		assertThat(platform.delete(path).status()).isEqualTo(204);

		assertThat(moderation.eventsBy("daily/" + author, 2).getLast()).isInstanceOfSatisfying(CommentWithdrawn.class,
				withdrawn -> {
					assertThat(withdrawn.commentId()).isEqualTo(comment.commentId());
					assertThat(withdrawn.revision()).isEqualTo(2);
					assertThat(withdrawn.threadId()).isEqualTo(thread);
				});
		await().until(() -> jdbc.sql("select publish_due is null from comment where id = ?::uuid")
			.param(comment.commentId())
			.query(Boolean.class)
			.single());
		assertThat(moderation.eventsBy("daily/" + author)).hasSize(2);
	}

	@Test
	void a_withdrawal_that_the_process_did_not_live_to_publish_is_published_later_and_only_once() {
		submitted();
		CommentSubmitted comment = moderation.commentBy("daily/" + author);
		// As a process leaves it that dies between the commit and the publication.
		jdbc.sql("""
				update comment set status = 'WITHDRAWN', body = null, revision = 2, edited_at = now(),
				  publish_due = now() where id = ?::uuid
				""").param(comment.commentId()).update();

		assertThat(moderation.eventsBy("daily/" + author, 2).getLast()).isInstanceOf(CommentWithdrawn.class);
		await().until(() -> jdbc.sql("select publish_due is null from comment where id = ?::uuid")
			.param(comment.commentId())
			.query(Boolean.class)
			.single());
	}

	@Test
	void a_withdrawn_comment_takes_no_decision_and_no_new_text() {
		String path = submitted();
		CommentSubmitted comment = moderation.commentBy("daily/" + author);
		platform.delete(path);

		moderation.publish(decision(comment, Verdict.APPROVE));
		moderation.publish(decision(comment, Verdict.APPROVE, 2, 1));
		platform.post(comment(newId(), author, "marker"));
		CommentSubmitted marker = (CommentSubmitted) moderation.eventsBy("daily/" + author, 3).getLast();
		moderation.publish(decision(marker, Verdict.HOLD));
		await().until(() -> platform.get("/v1/comments/" + marker.commentId()).at("/status"), "HELD"::equals);

		assertThat(platform.get(path).at("/status")).isEqualTo("WITHDRAWN");
		Answer edit = platform.put(path, "{\"body\": \"again\"}");
		assertThat(edit.status()).isEqualTo(409);
		assertThat(edit.at("/type")).isEqualTo("urn:parley:problem:comment-withdrawn");
	}

	@Test
	void only_ones_own_comments_can_be_withdrawn_and_only_as_they_were_read() {
		String path = submitted();

		assertThat(platform.as(Platform.WEEKLY).delete(path).status()).isEqualTo(404);
		assertThat(platform.delete("/v1/comments/" + newId()).status()).isEqualTo(404);
		assertThat(platform.delete(path, "If-Match", "\"9.0\"").status()).isEqualTo(412);
		assertThat(platform.get(path).at("/status")).isEqualTo("PENDING");
	}

	@Test
	void the_idempotency_key_of_a_withdrawn_comment_brings_it_not_back() {
		String key = newId();
		String path = platform.post(comment(thread, author, secret), "Idempotency-Key", key).at("/links/self");
		platform.delete(path);

		Answer again = platform.post(comment(thread, author, secret), "Idempotency-Key", key);

		assertThat(again.at("/status")).isEqualTo("WITHDRAWN");
		assertThat(List.of(again.at("/links/self"))).containsExactly(path);
	}

	private String submitted() {
		return platform.post(comment(thread, author, secret)).at("/links/self");
	}

}
