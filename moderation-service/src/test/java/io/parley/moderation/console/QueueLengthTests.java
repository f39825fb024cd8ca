package io.parley.moderation.console;

import static io.parley.moderation.fixture.Comments.comment;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Verdict;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many wait, of a queue that may be long. */
@ModerationServiceTest
class QueueLengthTests {

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private final String thread = "thread-" + UUID.randomUUID();

	@Autowired
	private Queue queue;

	@Autowired
	private Log log;

	@Test
	void given_more_comments_than_are_counted_then_it_says_so_and_knows_the_oldest_and_the_newest_all_the_same() {
		List.of(2, 0, 1).forEach(hours -> hold(NOON.plusSeconds(3600L * hours)));
		await().untilAsserted(() -> assertThat(size(5).amount()).isEqualTo(new Queue.Amount(3, false)));

		assertThat(size(2).amount()).isEqualTo(new Queue.Amount(2, true));
		assertThat(size(2)).extracting(Queue.Size::oldest, Queue.Size::newest)
			.containsExactly(size(5).oldest(), size(5).newest());
		assertThat(size(5).oldest()).isNotNull().isBefore(size(5).newest());
		assertThat(queue.since(filter(), Instant.EPOCH, 2)).isEqualTo(new Queue.Amount(2, true));
		assertThat(queue.since(filter(), Instant.EPOCH, 3)).isEqualTo(new Queue.Amount(3, false));
	}

	@Test
	void given_nothing_that_waits_then_there_is_no_oldest() {
		assertThat(size(5)).isEqualTo(new Queue.Size(Queue.Amount.NONE, null, null));
	}

	private Queue.Size size(int most) {
		return queue.size(filter(), most);
	}

	private QueueFilter filter() {
		return new QueueFilter(null, thread, null, null, null, null, null);
	}

	private void hold(Instant submittedAt) {
		CommentSubmitted any = comment("Read https://example.org/treaty first", submittedAt);
		CommentSubmitted comment = new CommentSubmitted(any.commentId(), 1, any.site(),
				new CommentThread(thread, null, null), null, any.author(), any.body(), null, submittedAt);
		log.publish(comment);
		assertThat(log.nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.HOLD);
	}

}
