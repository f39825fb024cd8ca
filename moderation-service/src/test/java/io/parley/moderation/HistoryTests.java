package io.parley.moderation;

import static io.parley.moderation.fixture.Comments.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;

import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentWithdrawn;
import io.parley.contract.Verdict;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the console's tables keep of the log. */
@ModerationServiceTest
class HistoryTests {

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	@Autowired
	private JdbcClient jdbc;

	@Test
	void given_a_review_then_both_decisions_are_kept_and_the_comment_leaves_the_queue() {
		CommentSubmitted comment = held();
		await().untilAsserted(() -> assertThat(count("queue", comment)).isEqualTo(1));

		moderator.review("{\"commentId\":\"%s\",\"revision\":1,\"verdict\":\"APPROVE\"}".formatted(comment.commentId()),
				null);

		await().untilAsserted(() -> assertThat(verdicts(comment)).containsExactly("HOLD", "APPROVE"));
		assertThat(count("queue", comment)).isZero();
		assertThat(jdbc.sql("select rules::text from decision_history where comment_id = ? and ordinal = 1")
			.param(comment.commentId())
			.query(String.class)
			.single()).isNotEqualTo("{}");
		assertThat(jdbc.sql("select what || ' ' || (details ->> 'verdict') from audit where subject = ?")
			.param(comment.commentId())
			.query(String.class)
			.list()).containsExactly("decided APPROVE");
	}

	@Test
	void given_a_withdrawal_then_its_texts_are_forgotten_and_its_decisions_are_not() {
		CommentSubmitted comment = held();
		await().untilAsserted(() -> assertThat(count("queue", comment)).isEqualTo(1));

		log.publish(new CommentWithdrawn(comment.commentId(), 2, comment.site(), comment.threadId(),
				comment.authorKey(), comment.submittedAt().plusSeconds(9)));

		await().untilAsserted(() -> assertThat(count("queue", comment)).isZero());
		assertThat(jdbc.sql("select count(*) from comment_revision where comment_id = ? and event is not null")
			.param(comment.commentId())
			.query(Integer.class)
			.single()).isZero();
		assertThat(verdicts(comment)).containsExactly("HOLD");
	}

	@Test
	void the_audit_log_can_only_be_added_to() {
		jdbc.sql("insert into audit (who, what) values ('ada', 'tested')").update();

		assertThatThrownBy(() -> jdbc.sql("update audit set who = 'bo'").update())
			.hasMessageContaining("only added to");
		assertThatThrownBy(() -> jdbc.sql("delete from audit").update()).hasMessageContaining("only added to");
		assertThatThrownBy(() -> jdbc.sql("truncate audit").update()).hasMessageContaining("only added to");
	}

	private CommentSubmitted held() {
		CommentSubmitted comment = comment("Read https://example.org/treaty first",
				Instant.parse("2026-11-20T12:00:00Z"));
		log.publish(comment);
		assertThat(log.nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.HOLD);
		return comment;
	}

	private List<@Nullable String> verdicts(CommentSubmitted comment) {
		return jdbc.sql("select verdict from decision_history where comment_id = ? order by revision, ordinal")
			.param(comment.commentId())
			.query(String.class)
			.list();
	}

	private int count(String table, CommentSubmitted comment) {
		return jdbc.sql("select count(*) from " + table + " where comment_id = ?")
			.param(comment.commentId())
			.query(Integer.class)
			.single();
	}

}
