package io.parley.moderation;

import static io.parley.moderation.fixture.Comments.comment;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;

import io.parley.contract.CommentSubmitted;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import io.parley.moderation.fixture.Log;
import io.parley.moderation.fixture.ModerationServiceTest;
import io.parley.moderation.fixture.Moderator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Records that cannot be used are set aside, and nothing stops. */
@ModerationServiceTest
class DeadLettersTests {

	@Autowired
	private Moderator moderator;

	@Autowired
	private Log log;

	@Test
	void given_poison_on_the_comments_then_it_is_a_dead_letter_and_nothing_stops() {
		CommentSubmitted comment = comment("After the storm.");
		log.send(new ProducerRecord<>(Topics.COMMENTS, null, comment.authorKey(), "{".getBytes(UTF_8),
				new RecordHeaders().add("ce_type", "io.parley.comment.submitted.v1".getBytes(UTF_8))));
		log.publish(comment);

		ConsumerRecord<String, byte[]> dead = log.next(Topics.COMMENTS_DLT, _ -> true);
		assertThat(new String(dead.headers().lastHeader("parley_dlt_reason").value(), UTF_8))
			.contains("cannot be read");
		assertThat(log.nextDecision(comment.commentId()).verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void given_poison_on_the_decisions_then_the_projection_goes_on() {
		byte[] poison = "poison".getBytes(UTF_8);
		log.send(new ProducerRecord<>(Topics.DECISIONS, "gazette/x", poison));
		CommentSubmitted comment = comment("Still here.");
		log.publish(comment);

		assertThat(log.next(Topics.DECISIONS_DLT, record -> Arrays.equals(record.value(), poison))).isNotNull();
		assertThat(moderator.decision(comment.commentId()).verdict()).isEqualTo(Verdict.APPROVE);
	}

	@Test
	void given_a_decision_that_the_database_refuses_then_it_is_a_dead_letter_and_the_projection_goes_on() {
		CommentSubmitted comment = comment("Calm again.");
		log.publish(comment);
		moderator.decision(comment.commentId());
		ConsumerRecord<String, byte[]> good = log.next(Topics.DECISIONS,
				record -> new String(record.value(), UTF_8).contains(comment.commentId()));
		byte[] refused = new String(good.value(), UTF_8).replace("\"summit\"", "\"sum\\u0000mit\"")
			.replace(comment.commentId(), "01932f6e-7b1a-7c3e-9a55-2f4f0c7d1e11")
			.getBytes(UTF_8);
		log.send(new ProducerRecord<>(Topics.DECISIONS, good.partition(), good.key(), refused, good.headers()));
		CommentSubmitted next = comment("And calm still.");
		log.publish(next);

		assertThat(log.next(Topics.DECISIONS_DLT, record -> Arrays.equals(record.value(), refused))).isNotNull();
		assertThat(moderator.decision(next.commentId()).verdict()).isEqualTo(Verdict.APPROVE);
	}

}
