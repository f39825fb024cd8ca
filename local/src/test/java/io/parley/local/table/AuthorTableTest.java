package io.parley.local.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthorTableTest {

	private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

	private final List<AuthorRow> rows = new ArrayList<>();

	private final List<BadRow> bad = new ArrayList<>();

	@TempDir
	Path directory;

	@Test
	void a_past_is_told_relative_to_the_first_minute() throws IOException {
		read("""
				author_id\tjoined_days_before\tprior_approved\tprior_rejected
				ann\t30\t12\t1
				""");

		assertThat(rows).containsExactly(new AuthorRow(2, "ann", BASE.minus(Duration.ofDays(30)), null, 12, null, 1));
	}

	@Test
	void a_past_is_told_in_the_words_of_the_api() throws IOException {
		read("""
				author_id\tregistered_at\trole\tapproved\theld\trejected
				ann\t2025-05-01T00:00:00Z\tstaff\t12\t3\t1
				bob\t\t\t\t\t
				""");

		assertThat(rows).containsExactly(
				new AuthorRow(2, "ann", Instant.parse("2025-05-01T00:00:00Z"), "staff", 12, 3, 1),
				new AuthorRow(3, "bob", null, null, null, null, null));
	}

	@Test
	void a_bad_row_is_reported_with_its_line_and_the_rest_goes_on() throws IOException {
		read("""
				author_id\tprior_approved
				ann\t-1
				bob\t2
				""");

		assertThat(bad).containsExactly(new BadRow(2, "the approved count is '-1', not a count"));
		assertThat(rows).extracting(AuthorRow::id).containsExactly("bob");
	}

	private void read(String content) throws IOException {
		Path file = directory.resolve("authors.tsv");
		Files.writeString(file, content);
		AuthorTable.read(file, BASE, rows::add, bad::add);
	}

}
