package io.parley.comments.stream;

import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.parley.comments.comment.ShownChanges;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Platform;
import io.parley.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMillis;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@CommentServiceTest
class ThreadStreamsTest {

	@Autowired
	ShownChanges changes;

	@Autowired
	JdbcClient jdbc;

	private final ThreadName thread = new ThreadName("daily", Platform.newId());

	private ThreadStreams streams;

	@BeforeEach
	void start() {
		streams = new ThreadStreams(changes, new LiveSettings(2, 3, ofHours(1), ofHours(1)), new SimpleMeterRegistry());
		streams.start();
	}

	@AfterEach
	void stop() {
		streams.stop();
	}

	@Test
	void a_reader_that_does_not_read_is_cut_off_and_others_go_on() throws InterruptedException {
		try (OpenStream slow = streams.open(thread); OpenStream quick = streams.open(thread)) {
			for (int i = 0; i < 5; i++) {
				change();
				streams.tell();
				assertThat(quick.next(ofMillis(0))).isNotNull();
			}

			assertThat(slow.hasEnded()).isTrue();
			assertThat(quick.hasEnded()).isFalse();
		}
	}

	@Test
	void a_change_is_told_once() throws InterruptedException {
		try (OpenStream stream = streams.open(thread)) {
			change();
			streams.tell();
			streams.tell();

			assertThat(stream.next(ofMillis(0))).isNotNull();
			assertThat(stream.next(ofMillis(0))).isNull();
		}
	}

	@Test
	void there_are_no_more_streams_than_there_may_be() {
		OpenStream first = streams.open(thread);
		streams.open(thread);
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> streams.open(thread));

		first.close();

		assertThat(streams.open(thread).hasEnded()).isFalse();
	}

	@Test
	void all_streams_end_with_the_process() {
		try (OpenStream stream = streams.open(thread)) {
			streams.stop();

			assertThat(stream.hasEnded()).isTrue();
			assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> streams.open(thread));
		}
	}

	private void change() {
		jdbc.sql("""
				insert into comment (id, site, thread_id, author_key, body, submitted_at, status, shown_change)
				values (?, ?, ?, 'a', 'b', now(), 'APPROVED', pg_current_xact_id())
				""").param(UUID.randomUUID()).param(thread.site()).param(thread.id()).update();
	}

}
