package io.parley.local.terms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class TermsCommandTest {

	@TempDir
	private Path folder = Path.of("");

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@BeforeEach
	void writeTerms() throws IOException {
		Files.writeString(this.folder.resolve("terms.tsv"), "id\tlanguage\tterm\n1\ten\tcarrot\n2\ten\ttuba\n");
	}

	@Test
	void counts_class_by_class_and_sums_up_in_the_last_line() throws IOException {
		Path cases = Files.writeString(this.folder.resolve("cases.tsv"), """
				class	text	expected	term
				spaced	a t\\tu b\\\\a	true	tuba
				spaced	a c a r r o t	true	carrot
				innocent	scarrots	false	-
				innocent	a carrot	false	-
				innocent	nothing	perhaps	-
				""");

		assertThat(run("--cases", cases.toString())).isZero();

		assertThat(this.out.toString().lines()).containsExactly("class                          cases   right    share",
				"spaced                             2       2   1.0000",
				"innocent                           2       1   0.5000", "recall=1.000 fp=0.5000 cases=4");
		assertThat(this.err.toString()).contains("line 6: expected is 'perhaps', not true or false");
	}

	@Test
	void a_list_with_options_is_tried_as_a_policy_would_use_it() throws IOException {
		Files.writeString(this.folder.resolve("terms.txt"), "# mine\n{ term: tuba, except: [tuba player] }\ncarrot\n");

		assertThat(runOn("terms.txt", "--text", "The tuba player has a tuba and a carrot.")).isZero();

		assertThat(this.out.toString().lines()).contains("hits=2");
	}

	@Test
	void marks_the_hits_of_a_text() {
		assertThat(run("--text", "My c4rr0t, my tuba.")).isZero();

		assertThat(this.out.toString().lines()).containsExactly("My [[c4rr0t]], my [[tuba]].", "3-9  carrot  leet",
				"14-18  tuba  none", "hits=2");
	}

	@Test
	void counts_the_hits_in_a_file_of_texts_by_kind() throws IOException {
		Path texts = this.folder.resolve("texts.txt.gz");
		try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(texts))) {
			out.write("A Carrot\n\nc4rrot and tuba\nnothing\n".getBytes(StandardCharsets.UTF_8));
		}

		assertThat(run("--texts", texts.toString())).isZero();

		assertThat(this.out.toString().lines()).containsExactly("kind                              hits     texts",
				"none                                 2         2", "leet                                 1         1",
				"texts=3 with-hits=2 not-exact=1");
	}

	@Test
	void needs_either_a_text_or_cases() {
		assertThat(run()).isEqualTo(CommandLine.ExitCode.USAGE);
	}

	private int run(String... args) {
		return runOn("terms.tsv", args);
	}

	private int runOn(String terms, String... args) {
		CommandLine command = new CommandLine(new TermsCommand()).setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.err, true));
		String[] all = new String[args.length + 2];
		all[0] = "--terms";
		all[1] = this.folder.resolve(terms).toString();
		System.arraycopy(args, 0, all, 2, args.length);
		return command.execute(all);
	}

}
