package io.parley.moderation.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

	@Test
	void given_quotes_commas_and_lines_then_they_stay_in_their_cell() {
		assertThat(Csv.line(List.of("a,b", "say \"no\"", "two\nlines")))
			.isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"two\nlines\"\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=HYPERLINK(\"http://evil\")", "+1", "-1+2", "@SUM(A1)", "\t=1", "\r=1", "＝1" })
	void given_what_a_spreadsheet_would_run_then_it_is_text(String cell) {
		assertThat(Csv.line(List.of(cell))).startsWith("\"'");
	}

}
