package io.parley.local.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.contract.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class PolicyCommandTest {

	private static final String POLICY = """
			policy: small
			verdicts: { hold: 5, reject: 10 }
			onError: hold
			rules:
			  - id: insult
			    when: body.matches("(?i)fool")
			    then: reject
			    tests:
			      hit: [{ body: "You fool" }]
			      miss: [{ body: "You full moon" }]
			  - id: newcomer-link
			    when: links.count >= 1 && author.approved < 2
			    then: hold
			""";

	private static final String COMMENTS = """
			id\tpost_id\tauthor_id\tminute\texpected\ttext
			c1\tp1\tann\t0\tapprove\tGood morning
			c2\tp1\tbob\t1\thold\tLook: https://example.com/
			c3\tp1\tann\t2\tapprove\tLook: https://example.com/
			c4\tp1\tcat\t3\treject\tYou fool
			c5\tp1\tcat\t4\treject\tYou are\\nno fun
			""";

	private static final String AUTHORS = """
			author_id\tjoined_days_before\tprior_approved\tprior_rejected
			ann\t100\t1\t0
			""";

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@TempDir
	Path directory;

	private Path policy;

	private Path decisions;

	@BeforeEach
	void writePolicy() throws IOException {
		policy = write("policy.yaml", POLICY);
		decisions = directory.resolve("decisions.jsonl");
	}

	@Test
	void judge_writes_one_decision_a_line_in_the_order_of_the_file() throws IOException {
		int exit = judge(COMMENTS);

		assertThat(exit).isZero();
		List<Decision> judged = Files.readAllLines(decisions)
			.stream()
			.map(line -> Json.MAPPER.readValue(line, Decision.class))
			.toList();
		assertThat(judged).extracting(Decision::commentId).containsExactly("c1", "c2", "c3", "c4", "c5");
		assertThat(judged).extracting(Decision::verdict)
			.as("c3 is by an author with one approved comment before and one in the file")
			.containsExactly(Verdict.APPROVE, Verdict.HOLD, Verdict.APPROVE, Verdict.REJECT, Verdict.APPROVE);
	}

	@Test
	void judge_ends_with_the_figures_that_matter() throws IOException {
		judge(COMMENTS);

		assertThat(out.toString().lines()).containsExactly(//
				"expected      approve       hold     reject", //
				"approve             2          0          0", //
				"hold                0          1          0", //
				"reject              1          0          1", //
				"all                 3          1          1", //
				"", //
				"approve: rejected=0 held=0 of 2; hold: caught=1 of 1; reject: rejected=1 caught=1 of 2");
	}

	@Test
	void judge_writes_the_same_bytes_every_time() throws IOException {
		judge(COMMENTS);
		byte[] first = Files.readAllBytes(decisions);

		judge(COMMENTS);

		assertThat(decisions).hasBinaryContent(first);
	}

	@Test
	void judge_reports_a_bad_row_and_goes_on() throws IOException {
		int exit = judge(COMMENTS + "c6\tp1\tann\tlate\tapprove\tHello\nc7\tp1\tann\t9\tapprove\tHello\n");

		assertThat(exit).isEqualTo(1);
		assertThat(err.toString()).contains("comments.tsv line 7: minute is 'late', not a number");
		assertThat(Files.readAllLines(decisions)).hasSize(6).last().asString().contains("\"commentId\":\"c7\"");
	}

	@Test
	void hatecheck_tells_for_each_functionality_what_is_judged_rightly() throws IOException {
		Path cases = write("cases.tsv", """
				functionality\tlabel_gold\ttest_case
				slur_h\thateful\tYou fool
				slur_h\thateful\tYou f00l
				quote_nh\tnon-hateful\tHe said "fool"
				quote_nh\tnon-hateful\tHe is kind
				link_nh\tnon-hateful\tLook: https://example.com/
				slur_h\tperhaps\tYou fool
				""");
		Path wrong = directory.resolve("wrong.tsv");

		int exit = run("hatecheck", "--policy", policy.toString(), "--data", cases.toString(), "--wrong",
				wrong.toString());

		assertThat(exit).as("a row could not be used").isEqualTo(1);
		assertThat(err.toString()).contains("line 7: label_gold is 'perhaps', not hateful or non-hateful");
		assertThat(out.toString().lines()).containsExactly(//
				"link_nh accuracy=0.0000 passed=0 of 1 non-hateful", //
				"quote_nh accuracy=0.5000 passed=1 of 2 non-hateful", //
				"slur_h accuracy=0.5000 caught=1 of 2 hateful", //
				"least hateful: slur_h accuracy=0.5000 caught=1 of 2 hateful", //
				"least non-hateful: link_nh accuracy=0.0000 passed=0 of 1 non-hateful", //
				"overall accuracy=0.4000 caught=1 of 2 hateful passed=1 of 3 non-hateful");
		assertThat(Files.readAllLines(wrong)).hasSize(4)
			.contains("4\t\tquote_nh\tnon-hateful\tREJECT\tinsult\tHe said \"fool\"");
	}

	@Test
	void hatecheck_tells_languages_apart() throws IOException {
		Path cases = write("cases.tsv", """
				language\tfunctionality\tlabel_gold\ttest_case
				en\tslur_h\thateful\tYou fool
				de\tslur_h\thateful\tDu Tor
				""");

		assertThat(run("hatecheck", "--policy", policy.toString(), "--data", cases.toString())).isZero();
		assertThat(out.toString()).contains("de accuracy=0.0000 caught=0 of 1", "en accuracy=1.0000 caught=1 of 1");

		assertThat(run("hatecheck", "--policy", policy.toString(), "--data", cases.toString(), "--language", "en"))
			.isZero();
		assertThat(out.toString().lines()).last().isEqualTo("overall accuracy=1.0000 caught=1 of 1 hateful");

		assertThat(run("hatecheck", "--data", cases.toString(), "--language", "fr")).isNotZero();
		assertThat(err.toString()).contains("has no cases in fr");
	}

	@Test
	void check_accepts_a_good_policy() {
		assertThat(run("check", policy.toString())).isZero();
		assertThat(out.toString()).contains("policy small, 2 rules");
	}

	@Test
	void check_shows_what_is_wrong_and_where() throws IOException {
		Path wrong = write("wrong.yaml", POLICY.replace("links.count", "links.number"));

		assertThat(run("check", wrong.toString())).isEqualTo(1);
		assertThat(err.toString()).contains("wrong.yaml:12:");
	}

	@Test
	void test_counts_the_tests_that_pass() {
		assertThat(run("test", policy.toString())).isZero();
		assertThat(out.toString()).isEqualToIgnoringNewLines("tests=2 passed=2 failed=0");
	}

	@Test
	void test_shows_the_tests_that_fail() throws IOException {
		Path failing = write("failing.yaml", POLICY.replace("You full moon", "My foolish heart"));

		assertThat(run("test", failing.toString())).isEqualTo(1);
		assertThat(out.toString().lines()).containsExactly(
				failing + ":10: rule insult should not match and does: My foolish heart", "tests=2 passed=1 failed=1");
	}

	@Test
	void reference_prints_what_is_in_the_documentation() throws IOException {
		assertThat(run("reference")).isZero();
		assertThat(out.toString()).isEqualTo(Files.readString(Path.of("../docs/policy-reference.md")));
	}

	@Test
	void a_file_that_is_not_there_is_named() {
		assertThat(run("check", directory.resolve("none.yaml").toString())).isEqualTo(1);
		assertThat(err.toString()).contains("none.yaml");
	}

	@Test
	void wrong_usage_is_told_apart() {
		assertThat(run("judge")).isEqualTo(2);
	}

	private int judge(String comments) throws IOException {
		return run("judge", "--policy", policy.toString(), "--comments", write("comments.tsv", comments).toString(),
				"--authors", write("authors.tsv", AUTHORS).toString(), "--out", decisions.toString());
	}

	private Path write(String name, String content) throws IOException {
		return Files.writeString(directory.resolve(name), content);
	}

	private int run(String... arguments) {
		return new CommandLine(new PolicyCommand()).setOut(new PrintWriter(out, true))
			.setErr(new PrintWriter(err, true))
			.execute(arguments);
	}

}
