package io.parley.moderation.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaitClassesTest {

	@ParameterizedTest
	@ValueSource(doubles = { 0.5, 0.95, 0.99 })
	void given_many_times_then_a_percentile_is_off_by_a_fifth_at_most(double share) {
		Map<Integer, Long> counts = new TreeMap<>();
		LongStream.rangeClosed(1, 10_000).forEach(millis -> counts.merge(WaitClasses.of(millis), 1L, Long::sum));

		double exact = 10_000 * share;
		assertThat((double) WaitClasses.percentile(list(counts), share)).isCloseTo(exact, within(exact * 0.2 + 1));
	}

	@Test
	void given_no_times_then_there_is_no_percentile() {
		assertThat(WaitClasses.percentile(List.of(), 0.99)).isEqualTo(-1);
	}

	@Test
	void given_one_time_then_it_is_all_percentiles() {
		List<WaitClasses.Count> one = List.of(new WaitClasses.Count(WaitClasses.of(40), 1));

		assertThat(WaitClasses.percentile(one, 0.5)).isEqualTo(WaitClasses.percentile(one, 0.99)).isBetween(40L, 48L);
	}

	@ParameterizedTest
	@ValueSource(longs = { 0, 1, Long.MAX_VALUE })
	void given_any_time_then_there_is_a_class_for_it(long millis) {
		assertThat(WaitClasses.percentile(List.of(new WaitClasses.Count(WaitClasses.of(millis), 1)), 1)).isPositive();
	}

	private static List<WaitClasses.Count> list(Map<Integer, Long> counts) {
		return counts.entrySet()
			.stream()
			.map(count -> new WaitClasses.Count(count.getKey(), count.getValue()))
			.toList();
	}

}
