package io.parley.local.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

import io.parley.local.Parley;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ModelCommandTest {

	private static final String HEADER = "id\tsource\tsplit\ttoxic\tinsult\thate\tobscene\tsexual\tspam\textra\ttext\n";

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@TempDir
	private Path directory;

	private Path texts;

	@BeforeEach
	void write() throws IOException {
		this.texts = gzipped("texts.tsv.gz", HEADER + """
				1\tx\ttest\t1\t1\t\t\t\t\t\tYou are a stupid idiot.
				2\tx\ttest\t0\t0\t\t\t\t\t\tThank you for\\nthe article.
				3\tx\ttrain\t0\t\t\t\t\t\t\tyou fucking moron
				4\tx\ttest\tperhaps\t\t\t\t\t\t\tNobody knows.
				""");
	}

	@Test
	void eval_ends_with_the_area_of_each_head_that_has_labels() {
		int exit = run("eval", "--data", this.texts.toString(), "--split", "test");

		assertThat(this.out.toString().lines()).containsExactly("toxic auc=1.0000 n=2", "insult auc=1.0000 n=2");
		assertThat(this.err.toString()).contains("texts.tsv.gz: line 5: toxic is 'perhaps', not a number from 0 to 1");
		assertThat(exit).isZero();
	}

	@Test
	void eval_takes_a_file_without_splits_whole() throws IOException {
		Path whole = gzipped("whole.tsv.gz", "template\ttoxic\ttext\na\t1\tyou moron\nb\t0\tYou are kind.\n");

		assertThat(run("eval", "--data", whole.toString(), "--split", "test", "--ece", "--attacks")).isZero();

		assertThat(this.out.toString().lines()).last().isEqualTo("toxic auc=1.0000 n=2");
		assertThat(this.out.toString()).contains("toxic ece=", "toxic clean recall=1.0000", "toxic leet recall=");
	}

	@Test
	void eval_says_what_is_wrong_with_files() throws IOException {
		Path unlabelled = gzipped("unlabelled.tsv.gz", "text\nhello\n");
		Path damaged = this.directory.resolve("damaged.model");
		Files.writeString(damaged, "PARLEYML and more");

		assertThat(run("eval", "--data", "nowhere.tsv.gz")).isEqualTo(CommandLine.ExitCode.SOFTWARE);
		assertThat(run("eval", "--data", unlabelled.toString())).isEqualTo(CommandLine.ExitCode.SOFTWARE);
		assertThat(run("eval", "--data", this.texts.toString(), "--split", "dev"))
			.isEqualTo(CommandLine.ExitCode.SOFTWARE);
		assertThat(run("eval", "--data", this.texts.toString(), "--model", damaged.toString()))
			.isEqualTo(CommandLine.ExitCode.SOFTWARE);

		assertThat(this.err.toString()).contains("parley: There is no file nowhere.tsv.gz",
				"There is no column 'toxic' or 'insult'", "has no such rows; its splits are: test, train",
				"damaged.model cannot be used: it is cut off or damaged: its checksum is wrong");
	}

	@Test
	void training_twice_gives_the_same_bytes_and_a_model_that_has_learnt() throws IOException {
		corpora();
		Path one = this.directory.resolve("one.model");
		Path other = this.directory.resolve("other.model");

		assertThat(run("train", "--data", this.directory.toString(), "--out", one.toString())).isZero();
		assertThat(run("train", "--data", this.directory.toString(), "--out", other.toString())).isZero();

		assertThat(one).hasSameBinaryContentAs(other);
		assertThat(run("eval", "--data", this.directory.resolve("jigsaw.tsv.gz").toString(), "--split", "dev",
				"--model", one.toString()))
			.isZero();
		assertThat(this.out.toString()).contains("toxic auc=1.0000 n=20");
	}

	@Test
	void training_says_what_is_missing() {
		assertThat(run("train", "--data", this.directory.resolve("none").toString(), "--out", "x.model"))
			.isEqualTo(CommandLine.ExitCode.SOFTWARE);
		assertThat(run("train", "--data", this.directory.toString(), "--out", "x.model"))
			.isEqualTo(CommandLine.ExitCode.SOFTWARE);

		assertThat(this.err.toString()).contains("There is no folder", "There is no file", "jigsaw.tsv.gz");
	}

	@Test
	void simulate_shows_that_honest_reviews_help_and_that_others_change_little() throws IOException {
		StringBuilder rows = new StringBuilder("toxic\ttext\n");
		for (int i = 0; i < 3000; i++) {
			// Words that a site minds and the model does not, and the other way round.
			boolean minded = i % 2 == 0;
			rows.append(minded ? "1\tWhat a tuba you have there, number " : "0\tThat was a damn fine piano, number ")
				.append(i)
				.append('\n');
		}
		Path labelled = gzipped("reviews.tsv.gz", rows.toString());

		assertThat(run("simulate", "--data", labelled.toString(), "--head", "toxic")).isZero();

		double before = area("no reviews");
		assertThat(area("honest")).isGreaterThan(before);
		assertThat(area("careless")).isGreaterThan(before);
		assertThat(area("all_rejected")).isGreaterThan(before - 0.01);
		assertThat(this.out.toString().lines().filter(line -> line.startsWith("hostile"))).singleElement()
			.asString()
			.containsPattern("furthest=0\\.[0-3]");
	}

	private double area(String moderators) {
		String line = this.out.toString()
			.lines()
			.filter(each -> each.startsWith(moderators))
			.findFirst()
			.orElseThrow(() -> new AssertionError(moderators + " is not told"));
		String told = line.substring(line.indexOf("auc=") + 4);
		return Double.parseDouble(told.substring(0, told.indexOf(' ')));
	}

	private void corpora() throws IOException {
		StringBuilder wiki = new StringBuilder(HEADER);
		StringBuilder spam = new StringBuilder(HEADER);
		StringBuilder messages = new StringBuilder(HEADER);
		for (int i = 0; i < 60; i++) {
			String split = (i % 3 == 0) ? "dev" : "train";
			boolean bad = i % 2 == 0;
			String text = bad ? "you turnip, number " + i : "a good day, number " + i;
			wiki.append(row(i, "jigsaw-train20k", split, bad ? "1" : "0", "", "", text));
			messages.append(row(i, "davidson", split, "", bad ? "1" : "0", "", text));
			spam.append(row(i, "youtube-spam", split, "", "", bad ? "1" : "0", text.replace("turnip", "subscribe")));
		}
		gzipped("jigsaw.tsv.gz", wiki.toString());
		gzipped("civil.tsv.gz", HEADER);
		gzipped("twitter.tsv.gz", messages.toString());
		gzipped("spam.tsv.gz", spam.toString());
	}

	private static String row(int id, String source, String split, String toxic, String hate, String spam,
			String text) {
		return String.format(Locale.ROOT, "%d\t%s\t%s\t%s\t\t%s\t\t\t%s\t\t%s%n", id, source, split, toxic, hate, spam,
				text);
	}

	private Path gzipped(String name, String content) throws IOException {
		Path file = this.directory.resolve(name);
		try (OutputStream zipped = new GZIPOutputStream(Files.newOutputStream(file))) {
			zipped.write(content.getBytes(StandardCharsets.UTF_8));
		}
		return file;
	}

	private int run(String... args) {
		String[] all = new String[args.length + 1];
		all[0] = "model";
		System.arraycopy(args, 0, all, 1, args.length);
		return Parley.commandLine()
			.setOut(new PrintWriter(this.out, true))
			.setErr(new PrintWriter(this.err, true))
			.execute(all);
	}

}
