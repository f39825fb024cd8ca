package io.parley.moderation.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Effect;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Example.ExampleAuthor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the packaged policies make of comments that were written by hand, in several
 * languages: opinions that must pass, near misses among them, and what must not. The
 * bounds are what is reached; they may only be tightened.
 */
class ForumCommentsTests {

	private static final List<Row> ROWS = new ArrayList<>();

	@BeforeAll
	static void readComments() throws IOException {
		try (InputStream file = requireNonNull(
				ForumCommentsTests.class.getResourceAsStream("/policies/comments.tsv"))) {
			new String(file.readAllBytes(), UTF_8).lines().skip(1).map(Row::of).forEach(ROWS::add);
		}
	}

	@Test
	void opinions_pass() throws Exception {
		Policy policy = packaged("news-and-politics");
		List<Row> approve = expected("approve");

		assertThat(approve).filteredOn(row -> row.verdict(policy) == Verdict.REJECT).isEmpty();
		assertThat(approve).filteredOn(row -> row.verdict(policy) == Verdict.HOLD)
			.hasSizeLessThanOrEqualTo(approve.size() * 2 / 100);
	}

	@Test
	void abuse_does_not() throws Exception {
		Policy policy = packaged("news-and-politics");

		assertThat(expected("reject")).filteredOn(row -> row.verdict(policy) == Verdict.APPROVE)
			.hasSizeLessThanOrEqualTo(3);
		assertThat(expected("reject")).filteredOn(row -> row.verdict(policy) == Verdict.HOLD)
			.hasSizeLessThanOrEqualTo(4);
		assertThat(expected("hold")).filteredOn(row -> row.verdict(policy) == Verdict.APPROVE)
			.hasSizeLessThanOrEqualTo(4);
	}

	@Test
	void family_is_never_milder() throws Exception {
		Policy policy = packaged("news-and-politics");
		Policy family = packaged("family");

		assertThat(ROWS).allSatisfy(
				row -> assertThat(row.verdict(family)).as(row.text()).isGreaterThanOrEqualTo(row.verdict(policy)));
		assertThat(expected("hold").stream().filter(row -> row.verdict(family) == Verdict.REJECT)).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "news-and-politics", "family" })
	void the_tests_of_a_packaged_policy_pass(String name) throws Exception {
		assertThat(PolicyTests.run(packaged(name))).isNotEmpty().filteredOn(result -> !result.passed()).isEmpty();
	}

	private static List<Row> expected(String verdict) {
		return ROWS.stream().filter(row -> row.expected().equals(verdict)).toList();
	}

	private static Policy packaged(String name) throws IOException, PolicyProblemsException {
		return PolicyReader.read(PolicySource.named(Path.of(name)));
	}

	private record Row(String category, String language, int approved, String expected, String text) {

		static Row of(String line) {
			String[] cells = line.split("\t", -1);
			return new Row(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4].replace("\\n", "\n"));
		}

		/** As the moderator decides, without what others did. */
		Verdict verdict(Policy policy) {
			ExampleAuthor author = new ExampleAuthor(this.approved, 0, 0, Duration.ofDays(3), false, "", 1);
			Evaluation evaluation = policy.evaluate(PolicyFixture.comment(this.text), author);
			assertThat(evaluation.failures()).as(this.text).isEmpty();
			Verdict verdict = Verdict.APPROVE;
			int score = 0;
			for (Match match : evaluation.matches()) {
				Rule rule = match.rule();
				if (rule.mode() == RuleMode.LIVE) {
					score += rule.score();
					verdict = strongest(verdict, (rule.effect() == Effect.REJECT) ? Verdict.REJECT
							: (rule.effect() == Effect.HOLD) ? Verdict.HOLD : Verdict.APPROVE);
				}
			}
			Verdict byScore = (score >= policy.bands().reject()) ? Verdict.REJECT
					: (score >= policy.bands().hold()) ? Verdict.HOLD : Verdict.APPROVE;
			return strongest(verdict, byScore);
		}

		private static Verdict strongest(Verdict one, Verdict other) {
			return (one.compareTo(other) >= 0) ? one : other;
		}

	}

}
