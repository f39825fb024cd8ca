package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationsTests {

	@ParameterizedTest
	@ValueSource(strings = { "He wrote [\"get out\"] and left.", "He wrote [“get out”] and left.",
			"Er schrieb [„raus hier“] und ging.", "Er schrieb [»raus hier«] und ging.", "Il a écrit [« dehors »] hier.",
			"Он написал [«вон отсюда»] и ушёл.", "他说[「滚出去」]就走了。", "He wrote ['don't come'] and left.",
			"He wrote [‘don’t come’] and left.", "[> get out]\nNo, I won't.", "Well:\n[>> get out]\n[> now]\nNo.",
			"Two [“one”] and [\"two\"]." })
	void what_is_between_marks_is_quoted(String marked) {
		assertThat(quoted(marked.replaceAll("[\\[\\]]", ""))).isEqualTo(brackets(marked));
	}

	@ParameterizedTest
	@ValueSource(strings = { "I don't know, it's the readers' fault.", "A 5\" pipe and a 7\" pipe",
			"He wrote \"get out", "\"First paragraph.\n\nSecond\" one.", "Best price >>> https://a.example",
			"Rock 'n roll of the '60s" })
	void a_mark_without_its_counterpart_quotes_nothing(String text) {
		assertThat(Quotations.in(text)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"I will find you.\"", "> I will find you", "“I will”, “find you”!" })
	void a_text_that_is_a_quotation_as_a_whole_is_said_by_its_writer(String text) {
		assertThat(Quotations.in(text)).isEmpty();
	}

	@Test
	void many_marks_take_no_more_than_their_number() {
		String text = "“x ".repeat(300_000);

		Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Quotations.in(text));
	}

	private static List<String> quoted(String text) {
		return Quotations.in(text).stream().map(place -> text.substring(place.start(), place.end())).toList();
	}

	private static List<String> brackets(String marked) {
		return java.util.regex.Pattern.compile("\\[([^\\]]*)\\]")
			.matcher(marked)
			.results()
			.map(result -> result.group(1))
			.toList();
	}

}
