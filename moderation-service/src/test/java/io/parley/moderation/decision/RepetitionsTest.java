package io.parley.moderation.decision;

import static io.parley.moderation.decision.Fixture.NOON;
import static io.parley.moderation.decision.Fixture.edited;
import static io.parley.moderation.decision.Fixture.facts;
import static io.parley.moderation.decision.Fixture.review;
import static io.parley.moderation.decision.Fixture.sanctioned;
import static io.parley.moderation.decision.Fixture.submitted;
import static io.parley.moderation.decision.Fixture.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import io.parley.contract.AuthorSanctioned.Kind;
import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is delivered twice counts once, also long after and between other events. */
class RepetitionsTest {

	private static final List<String> BODIES = List.of("hello", "points", "reject", "hold", "exempt");

	private static final List<Verdict> VERDICTS = List.of(Verdict.APPROVE, Verdict.HOLD, Verdict.REJECT);

	static List<Integer> seeds() {
		return IntStream.range(0, 60).boxed().toList();
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void whatever_is_delivered_again_changes_neither_what_is_remembered_nor_any_decision(int seed) {
		Random random = new Random(seed);
		List<ModerationInput> events = events(random);
		Fixture once = new Fixture();
		List<Decision> decided = new ArrayList<>();
		events.forEach(event -> decided.addAll(news(once.on(event))));
		Fixture more = new Fixture();
		List<Decision> decidedToo = new ArrayList<>();
		List<ModerationInput> counted = new ArrayList<>();
		for (ModerationInput event : events) {
			Outcome outcome = more.on(event);
			decidedToo.addAll(news(outcome));
			// A review that came before what it is about did not count the first time.
			if (outcome.kind() != Outcome.Kind.UNKNOWN_COMMENT && outcome.kind() != Outcome.Kind.OTHER_REVISION) {
				counted.add(event);
			}
			for (int again = random.nextInt(3); again > 0 && !counted.isEmpty(); again--) {
				decidedToo.addAll(news(more.on(counted.get(random.nextInt(counted.size())))));
			}
		}

		assertThat(decidedToo).isEqualTo(decided);
		assertThat(more.stored()).isEqualTo(once.stored());
	}

	@Test
	void an_old_comment_that_comes_late_takes_its_place_among_the_others() {
		Fixture parley = new Fixture();
		parley.on(submitted("c3", "hello", NOON.plusSeconds(40)));
		parley.on(submitted("c1", "hello", NOON));

		Decision late = parley.on(submitted("c2", "hello", NOON.plusSeconds(20))).decisions().getFirst();

		assertThat(late.verdict()).as("the second within a minute, as of its own time").isEqualTo(Verdict.APPROVE);
		assertThat(parley.on(submitted("c4", "hello", NOON.plusSeconds(45))).decisions().getFirst().verdict())
			.as("the fourth")
			.isEqualTo(Verdict.HOLD);
	}

	private static List<Decision> news(Outcome outcome) {
		return (outcome.kind() == Outcome.Kind.DECIDED) ? outcome.decisions() : List.of();
	}

	/** Of one author, in some order of arrival that is not that of the events' times. */
	private static List<ModerationInput> events(Random random) {
		List<ModerationInput> events = new ArrayList<>();
		for (int i = 0; i < 30; i++) {
			String comment = "c" + random.nextInt(6);
			Instant at = NOON.plusSeconds(random.nextInt(300));
			String body = BODIES.get(random.nextInt(BODIES.size()));
			Verdict verdict = VERDICTS.get(random.nextInt(VERDICTS.size()));
			// Of a kind of facts and sanctions the latest counts, so that a time of its
			// own tells which.
			Instant own = NOON.plusMillis(i);
			ModerationInput event = switch (random.nextInt(8)) {
				case 0 -> edited(comment, 2 + random.nextInt(3), body);
				case 1 -> withdrawn(comment, 9);
				case 2 -> review("r" + i, comment, 1 + random.nextInt(2), verdict, null);
				case 3 -> sanctioned("s" + i, random.nextBoolean() ? Kind.BAN : Kind.MUTE, own.plusSeconds(60), own);
				case 4 -> facts("f", random.nextInt(5), random.nextInt(2));
				default -> submitted(comment, body, at);
			};
			Predicate<ModerationInput> sameEvent = earlier -> earlier.getClass() == event.getClass()
					&& earlier.eventId().equals(event.eventId());
			if (events.stream().noneMatch(sameEvent)) {
				events.add(event);
			}
		}
		return events;
	}

}
