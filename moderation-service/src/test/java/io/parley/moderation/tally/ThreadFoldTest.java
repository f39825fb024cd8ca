package io.parley.moderation.tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

import io.parley.contract.Signal;
import io.parley.contract.ThreadSeen;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.signal.ThreadObserved;
import org.junit.jupiter.api.Test;

class ThreadFoldTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final ThreadFold fold = new ThreadFold(new MemoryKeyValues());

	@Test
	void of_a_quiet_thread_nothing_is_told() {
		for (int i = 0; i < 9; i++) {
			assertThat(fold.on(observed(i, "a" + i, true, true), 0)).isEmpty();
		}
	}

	@Test
	void ten_comments_in_ten_minutes_are_told_for_these_and_the_next_five() {
		List<Signal> told = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			told.addAll(fold.on(observed(i, "a" + i % 6, i % 6 < 5, i < 3), 0));
		}

		assertThat(told).containsExactly(new ThreadSeen("blog", "t", NOON, 10, 10, 5, 30),
				new ThreadSeen("blog", "t", NOON.plusSeconds(300), 10, 10, 5, 30));
	}

	@Test
	void an_author_who_writes_often_is_one() {
		ThreadSeen last = last(30, i -> observed(i, "a", true, false));

		assertThat(last.comments()).isEqualTo(30);
		assertThat(last.newAuthors()).isZero();
	}

	@Test
	void a_lively_thread_is_told_of_in_few_steps() {
		List<Signal> told = new ArrayList<>();
		for (int i = 0; i < 2000; i++) {
			told.addAll(fold.on(observed(i % 300, "a" + i, true, false), 0));
		}

		assertThat(told).hasSizeLessThan(100);
		assertThat(((ThreadSeen) told.getLast()).comments()).isEqualTo(2000);
		assertThat(((ThreadSeen) told.getLast()).newAuthors()).isEqualTo(1000);
	}

	@Test
	void what_is_told_in_the_end_does_not_depend_on_the_order() {
		Random random = new Random(3);
		List<ThreadObserved> comments = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			comments.add(observed(random.nextInt(3000), "a" + random.nextInt(80), random.nextBoolean(),
					random.nextInt(4) == 0));
		}
		Map<Instant, Signal> last = lastOf(comments);
		assertThat(last).isNotEmpty();
		for (int i = 0; i < 30; i++) {
			Collections.shuffle(comments, random);

			assertThat(lastOf(comments)).isEqualTo(last);
		}
	}

	@Test
	void after_a_restart_it_goes_on_where_it_was() {
		MemoryKeyValues store = new MemoryKeyValues();
		ThreadFold restarted = new ThreadFold(store);
		for (int i = 0; i < 60; i++) {
			ThreadObserved comment = observed(i * 9, "a" + i % 40, i % 40 < 30, i % 3 == 0);

			assertThat(restarted.on(comment, i)).isEqualTo(fold.on(comment, i));
			restarted = new ThreadFold(store);
		}
	}

	@Test
	void what_the_first_versions_kept_is_read() {
		MemoryKeyValues store = new MemoryKeyValues();
		store.put("thread/blog/t/" + NOON.getEpochSecond(), """
				{"comments":9,"held":3,"newAuthors":[-7,1,2,3],"told":{"comments":0,"newAuthors":0,"heldPercent":0},
				 "arrived":5}""".getBytes(UTF_8));

		assertThat(new ThreadFold(store).on(observed(5, "a", true, false), 9)).first()
			.isEqualTo(new ThreadSeen("blog", "t", NOON, 10, 10, 5, 30));
	}

	private ThreadSeen last(int count, IntFunction<ThreadObserved> comment) {
		List<Signal> told = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			told.addAll(fold.on(comment.apply(i), 0));
		}
		return (ThreadSeen) told.getLast();
	}

	private static Map<Instant, Signal> lastOf(List<ThreadObserved> comments) {
		ThreadFold fresh = new ThreadFold(new MemoryKeyValues());
		Map<Instant, Signal> last = new HashMap<>();
		for (ThreadObserved comment : comments) {
			for (Signal told : fresh.on(comment, 0)) {
				ThreadSeen seen = (ThreadSeen) told;
				Signal before = last.put(seen.slot(), new ThreadSeen(seen.site(), seen.threadId(), seen.slot(), 0,
						seen.comments(), seen.newAuthors(), seen.heldPercent()));
				assertThat(before).isNotEqualTo(last.get(seen.slot()));
			}
		}
		return last;
	}

	private static ThreadObserved observed(int second, String author, boolean newAuthor, boolean held) {
		return new ThreadObserved("blog", "t", NOON.plusSeconds(second), "blog/" + author, newAuthor, held);
	}

}
