package io.parley.comments.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;

import io.parley.comments.publishing.AuthorLanes.Admission;
import io.parley.contract.CommentWithdrawn;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AuthorLanesTest {

	private final AuthorLanes lanes = new AuthorLanes();

	@Test
	void an_event_waits_for_the_one_before_it() {
		Entry first = entry("ann", 1);
		Entry second = entry("ann", 2);

		assertThat(lanes.enter(first, turn(1))).isEqualTo(Admission.FIRST);
		assertThat(lanes.enter(second, turn(2, 1))).isEqualTo(Admission.BEHIND);

		assertThat(lanes.done(first)).isSameAs(second);
		assertThat(lanes.done(second)).isNull();
		assertThat(lanes.size()).isZero();
	}

	@Test
	void authors_do_not_wait_for_each_other() {
		lanes.enter(entry("ann", 1), turn(1));

		assertThat(lanes.enter(entry("bob", 2), turn(2))).isEqualTo(Admission.FIRST);
	}

	@Test
	void what_awaits_an_event_of_another_process_is_refused() {
		assertThat(lanes.enter(entry("ann", 7), turn(7, 3))).isEqualTo(Admission.REFUSED);
		assertThat(lanes.size()).isZero();
	}

	@Test
	void an_acknowledged_event_that_others_still_take_for_unpublished_is_not_awaited() {
		Entry first = entry("ann", 1);
		lanes.enter(first, turn(1));
		lanes.done(first);

		assertThat(lanes.enter(entry("ann", 2), turn(2, 1))).isEqualTo(Admission.FIRST);
	}

	@Test
	void a_failure_takes_all_that_wait_behind_it_and_refuses_what_comes_after() {
		Entry first = entry("ann", 1);
		Entry second = entry("ann", 2);
		lanes.enter(first, turn(1));
		lanes.enter(second, turn(2, 1));

		assertThat(lanes.failed(first)).containsExactly(first, second);

		assertThat(lanes.size()).isZero();
		assertThat(lanes.enter(entry("ann", 3), turn(3, 1, 2))).isEqualTo(Admission.REFUSED);
	}

	@Test
	void an_author_who_awaits_too_much_to_list_it_is_refused() {
		List<Long> many = LongStream.rangeClosed(1, Turn.MOST_AWAITED + 1).boxed().toList();
		many.forEach(number -> {
			Entry entry = entry("ann", number);
			lanes.enter(entry, turn(number));
			lanes.done(entry);
		});

		assertThat(lanes.enter(entry("ann", 500), new Turn(500, many))).isEqualTo(Admission.REFUSED);
		assertThat(lanes.enter(entry("ann", 500), new Turn(500, many.subList(0, Turn.MOST_AWAITED))))
			.isEqualTo(Admission.FIRST);
	}

	private static Turn turn(long number, long... awaited) {
		return new Turn(number, LongStream.of(awaited).boxed().toList());
	}

	private static Entry entry(String author, long number) {
		UUID id = UUID.randomUUID();
		return new Entry(new NoOutbox(), new Outgoing(id, number,
				new CommentWithdrawn(id.toString(), 2, "daily", "t", "daily/" + author, Instant.EPOCH), null));
	}

	/** Lanes only hold it. */
	private record NoOutbox() implements Outbox {

		@Override
		public Claim claim(int limit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public List<Outgoing> unpublished(Collection<String> authorKeys, int limit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void published(Collection<Outgoing> events) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void failed(Collection<Outgoing> events) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Due due(int limit) {
			throw new UnsupportedOperationException();
		}

	}

}
