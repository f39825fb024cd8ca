package io.parley.moderation.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import io.parley.contract.RuleBraked;
import io.parley.contract.Signal;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.signal.RuleRejected;
import org.junit.jupiter.api.Test;

class BrakeFoldTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final MemoryKeyValues store = new MemoryKeyValues();

	private final BrakeFold fold = new BrakeFold(store);

	@Test
	void up_to_the_limit_nothing_is_told() {
		for (int i = 0; i < 3; i++) {
			assertThat(fold.on(rejected(i * 60), 0)).isEmpty();
		}
	}

	@Test
	void one_too_many_brakes_from_its_minute_on_and_is_told_once() {
		rejectAt(0, 60, 120);

		List<Signal> told = fold.on(rejected(185), 0);

		assertThat(told).singleElement()
			.isEqualTo(new RuleBraked("blog", "p", "links", 3, NOON, NOON.plusSeconds(180), 57));
		assertThat(fold.on(rejected(200), 0)).isEmpty();
	}

	@Test
	void a_rejection_that_is_late_brings_the_minute_forward() {
		rejectAt(0, 60, 600, 1200);

		assertThat(fold.on(rejected(5), 0)).singleElement()
			.isEqualTo(new RuleBraked("blog", "p", "links", 3, NOON, NOON.plusSeconds(600), 50));
	}

	@Test
	void each_hour_begins_anew() {
		rejectAt(3500, 3550, 3599);

		assertThat(fold.on(rejected(3600), 0)).isEmpty();
	}

	@Test
	void what_is_told_in_the_end_does_not_depend_on_the_order() {
		Random random = new Random(7);
		List<RuleRejected> rejections = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			rejections.add(rejected(random.nextInt(3600)));
		}
		Signal last = lastOf(rejections);
		for (int i = 0; i < 50; i++) {
			Collections.shuffle(rejections, random);

			assertThat(lastOf(rejections)).isEqualTo(last);
		}
	}

	@Test
	void it_goes_on_from_its_store_and_forgets_what_is_old() {
		rejectAt(0, 60, 120);

		assertThat(new BrakeFold(store).on(rejected(180), 0)).hasSize(1);
		fold.quiet(Duration.ofDays(3).toMillis());
		assertThat(fold.on(rejected(240), 0)).isEmpty();
	}

	private void rejectAt(int... seconds) {
		for (int second : seconds) {
			fold.on(rejected(second), 0);
		}
	}

	private static Signal lastOf(List<RuleRejected> rejections) {
		BrakeFold fresh = new BrakeFold(new MemoryKeyValues());
		List<Signal> told = new ArrayList<>();
		rejections.forEach(rejected -> told.addAll(fresh.on(rejected, 0)));
		assertThat(told).extracting(Signal::version).isSorted().doesNotHaveDuplicates();
		return told.getLast();
	}

	private static RuleRejected rejected(int second) {
		return new RuleRejected("blog", "p", "links", 3, NOON.plusSeconds(second));
	}

}
