package io.parley.local.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Verdict;
import io.parley.local.command.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentTableTest {

	private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

	private final List<CommentRow> rows = new ArrayList<>();

	private final List<BadRow> bad = new ArrayList<>();

	@TempDir
	Path directory;

	@Test
	void columns_are_found_by_name_in_any_order_and_others_ignored() throws IOException {
		read("""
				lang\texpected\ttext\tminute\tauthor_id\tpost_id\tid
				en\treject\tBuy now\t90\tann\tp1\tc1
				""");

		assertThat(rows)
			.containsExactly(new CommentRow(2, "c1", "p1", "ann", BASE.plusSeconds(5400), "Buy now", Verdict.REJECT));
		assertThat(bad).isEmpty();
	}

	@Test
	void times_may_be_absolute_and_verdicts_unknown() throws IOException {
		read("""
				id\tthread\tauthor_id\tsubmitted_at\ttext\texpected
				c1\tt1\tann\t2026-05-01T14:00:00+02:00\tHello\t
				""");

		assertThat(rows).containsExactly(
				new CommentRow(2, "c1", "t1", "ann", Instant.parse("2026-05-01T12:00:00Z"), "Hello", null));
	}

	@ParameterizedTest
	@CsvSource({ "one\\ntwo, 'one\ntwo'", "a\\tb, 'a\tb'", "C:\\\\new, 'C:\\new'", "50\\% \\, '50\\% \\'",
			"\\\\\\n, '\\\n'" })
	void escapes_in_the_text_are_undone(String written, String meant) throws IOException {
		read("id\tthread\tauthor_id\tminute\ttext\nc1\tt1\tann\t0\t" + written + "\n");

		assertThat(rows).extracting(CommentRow::text).containsExactly(meant);
	}

	@Test
	void a_text_may_hold_any_other_separator_of_lines() throws IOException {
		read("id\tthread\tauthor_id\tminute\ttext\r\nc1\tt1\tann\t0\ta\rb\u2028c\u0085d\r\n");

		assertThat(rows).extracting(CommentRow::text).containsExactly("a\rb\u2028c\u0085d");
	}

	@Test
	void a_bad_row_is_reported_with_its_line_and_the_rest_goes_on() throws IOException {
		read("""
				id\tthread\tauthor_id\tminute\ttext\texpected
				c1\tt1\tann\tsoon\tHello\tapprove
				c2\tt1\tann\t0\tHello
				c3\tt1\t\t0\tHello\tapprove
				c4\tt1\tann\t0\tHello\tdelete

				c5\tt1\tann\t0\t \tapprove
				c6\tt1\tann\t0\tHello\tapprove
				c6\tt1\tann\t0\tHello again\tapprove
				c7\tt1\tann\t0\tHello\tapprove""");

		assertThat(bad).extracting(BadRow::toString)
			.containsExactly("line 2: minute is 'soon', not a number",
					"line 3: has 5 fields where the header has 6 columns", "line 4: author_id is empty",
					"line 5: expected is 'delete', not approve, hold or reject", "line 6: is empty",
					"line 7: text is empty", "line 9: the id 'c6' was used before");
		assertThat(rows).extracting(CommentRow::id).containsExactly("c6", "c7");
	}

	@Test
	void bytes_that_are_no_text_cost_their_row_alone() throws IOException {
		Path file = directory.resolve("comments.tsv");
		Files.writeString(file,
				"id\tthread\tauthor_id\tminute\ttext\nc1\tt1\tann\t0\tcaf\u00e9\nc2\tt1\tann\t0\tcoffee\n", ISO_8859_1);

		CommentTable.read(file, BASE, rows::add, bad::add);

		assertThat(bad).containsExactly(new BadRow(2, "is not UTF-8 text"));
		assertThat(rows).extracting(CommentRow::id).containsExactly("c2");
	}

	@Test
	void a_row_longer_than_any_buffer_is_read_whole() throws IOException {
		String text = "long \u263a ".repeat(50_000);
		read("id\tthread\tauthor_id\tminute\ttext\nc1\tt1\tann\t0\t" + text + "\nc2\tt1\tann\t0\tshort\n");

		assertThat(rows).extracting(CommentRow::text).containsExactly(text, "short");
	}

	@Test
	void a_missing_column_is_named_with_those_found() {
		assertThatExceptionOfType(CommandFailure.class)
			.isThrownBy(() -> read("id\tauthor_id\tminute\ttext\nc1\tann\t0\tHello\n"))
			.withMessage(
					"There is no column 'thread' or 'post_id'; the columns found are: id, author_id, minute, text");
	}

	@Test
	void a_file_without_any_line_is_named() {
		assertThatExceptionOfType(CommandFailure.class).isThrownBy(() -> read("")).withMessageContaining("is empty");
	}

	@Test
	void a_file_that_is_not_there_is_named() {
		Path missing = directory.resolve("missing.tsv");

		assertThatExceptionOfType(CommandFailure.class)
			.isThrownBy(() -> CommentTable.read(missing, BASE, rows::add, bad::add))
			.withMessage("There is no file " + missing);
	}

	private void read(String content) throws IOException {
		Path file = directory.resolve("comments.tsv");
		Files.writeString(file, content);
		CommentTable.read(file, BASE, rows::add, bad::add);
	}

}
