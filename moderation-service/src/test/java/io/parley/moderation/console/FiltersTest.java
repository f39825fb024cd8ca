package io.parley.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class FiltersTest {

	@Test
	void given_a_filter_then_its_query_leads_to_it_again_whatever_is_asked() {
		QueueFilter filter = new QueueFilter("gazette", "a&b=c", null, " ", null, "new", null);

		assertThat(filter.query()).isEqualTo("?site=gazette&thread=a%26b%3Dc&trust=new");
		assertThat(QueueFilter.NONE.query()).isEmpty();
		assertThat(QueueFilter.NONE.isAny()).isFalse();
	}

	@Test
	void given_a_day_that_is_none_then_it_is_not_asked_for() {
		DecisionFilter filter = new DecisionFilter("{x} ü", null, null, "gazette/lena", null, null, null, null,
				"2026-11-26", "yesterday");

		assertThat(filter.asked()).containsOnlyKeys("text", "author", "from");
		assertThat(filter.query()).isEqualTo("?text=%7Bx%7D%20%C3%BC&author=gazette%2Flena&from=2026-11-26");
	}

	@Test
	void given_a_cursor_then_it_names_the_place_and_a_forged_one_the_start() {
		QueuePlace place = new QueuePlace(2, Instant.parse("2026-11-26T10:00:00.123456Z"), "id with spaces");

		assertThat(QueuePlace.at(place.cursor())).isEqualTo(place);
		assertThat(QueuePlace.at("forged")).isEqualTo(QueuePlace.START);
		DecisionPlace decided = new DecisionPlace(Instant.parse("2026-11-26T10:00:00Z"), "id", 3, 1);
		assertThat(DecisionPlace.at(decided.cursor())).isEqualTo(decided);
		assertThat(DecisionPlace.at("forged")).isNull();
	}

}
