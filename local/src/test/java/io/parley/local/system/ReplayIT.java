package io.parley.local.system;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Json;
import io.parley.contract.Verdict;
import io.parley.local.Parley;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * One file of comments, through HTTP and offline: the same verdicts for the same reasons.
 */
@Tag("thorough")
class ReplayIT {

	private static final int ROWS = 120;

	@Test
	void given_a_file_when_it_is_replayed_and_judged_then_every_row_has_the_same_verdict_and_hits(@TempDir Path folder)
			throws Exception {
		Path comments = comments(folder.resolve("comments.tsv"));
		Path authors = Files.writeString(folder.resolve("authors.tsv"),
				"author_id\tjoined_days_before\tprior_approved\tprior_rejected\nreplayed0\t300\t25\t0\nreplayed1\t1\t0\t2\n");
		Path judged = folder.resolve("judged.jsonl");
		Path replayed = folder.resolve("replayed.jsonl");

		run("policy", "judge", "--comments", comments.toString(), "--authors", authors.toString(), "--out",
				judged.toString());
		int portBase = Installations.shared().commentService().url().getPort();
		String report = run("replay", comments.toString(), "--authors", authors.toString(), "--max", "--port-base",
				String.valueOf(portBase), "--out", replayed.toString());

		assertThat(report.lines().toList().getLast()).matches("sent=120 decided=120 p50=\\d+ms p99=\\d+ms rate=\\d+/s");
		Map<String, Decision> offline = decisions(judged);
		Map<String, Decision> online = decisions(replayed);
		assertThat(online.keySet()).isEqualTo(offline.keySet()).hasSize(ROWS);
		offline.forEach((row, decision) -> {
			Decision live = requireNonNull(online.get(row));
			assertThat(live).as(row)
				.extracting(Decision::verdict, Decision::policyHash)
				.containsExactly(decision.verdict(), decision.policyHash());
			// What a campaign was like when it was last looked at depends on who was
			// faster.
			if (!isOfCampaign(decision) && !isOfCampaign(live)) {
				assertThat(live).as(row)
					.extracting(Decision::score, Decision::hits)
					.containsExactly(decision.score(), decision.hits());
			}
		});
		assertThat(offline.values()).filteredOn(decision -> !isOfCampaign(decision)).isNotEmpty();
		assertThat(offline.values()).extracting(Decision::verdict).contains(Verdict.values());
	}

	private static Path comments(Path file) throws IOException {
		StringBuilder rows = new StringBuilder("id\tthread\tauthor_id\tminute\ttext\texpected\n");
		for (int row = 0; row < ROWS; row++) {
			String text = switch (row % 6) {
				case 0 -> "Two sources: https://a.example.org/" + row + " https://b.example.net";
				case 1 -> "HOW LONG WILL YOU LET THEM LIE TO YOU, WAKE UP AT LAST!!!";
				case 2 -> "Is it on? PARLEY-STANDARD-MODERATION-TEST-4d7f1c2e";
				default -> "A plain remark on the summit,\\nwith a second line, number " + row;
			};
			rows.append("row%d\tsummit\treplayed%d\t%d\t%s\t%s\n".formatted(row, row % 7, row / 3, text, "approve"));
		}
		return Files.writeString(file, rows);
	}

	private static boolean isOfCampaign(Decision decision) {
		return decision.source() == DecisionSource.RETRO
				|| decision.hits().stream().anyMatch(hit -> hit.rule().contains("campaign"));
	}

	/** Of a comment that was decided again the last decision counts. */
	private static Map<String, Decision> decisions(Path file) throws IOException {
		try (Stream<String> lines = Files.lines(file)) {
			return lines.map(line -> Json.MAPPER.readValue(line, Decision.class))
				.collect(toMap(Decision::commentId, decision -> decision, (_, later) -> later));
		}
	}

	private static String run(String... arguments) {
		StringWriter out = new StringWriter();
		CommandLine parley = Parley.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
		assertThat(parley.execute(arguments)).as("%s", out).isZero();
		return out.toString();
	}

}
