package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import io.parley.local.chaos.Load;
import io.parley.local.chaos.Log;
import io.parley.local.up.LocalInstallation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same events under the same policy, on another installation: the same bytes. */
@Tag("thorough")
class RerunIT {

	private static final String LETTER = "I used to support the new bridge, but when I saw the bill for our street I "
			+ "changed my mind. Our shops are empty so that contractors can feel important. Ask who pays, number ";

	@Test
	void given_the_log_of_one_installation_when_another_reads_it_from_the_start_then_its_decisions_are_equal(
			@TempDir Path first, @TempDir Path second, @TempDir Path folder) throws Exception {
		PolicyFile policy = new PolicyFile(folder.resolve("policy.yaml"), "silence");
		LogCopy copy;
		try (LocalInstallation parley = Installations.start(first, 1, policy.path())) {
			Log log = new Log(parley.runFile().bootstrapServers());
			commentAndReview(parley, log, policy);
			copy = LogCopy.of(log);
		}
		List<String> decisions = copy.decisions().values().stream().flatMap(List::stream).toList();
		assertThat(decisions).hasSizeGreaterThan(200)
			.anySatisfy(decision -> assertThat(decision).contains("\"RETRO\""));

		try (LocalInstallation parley = Installations.start(second)) {
			copy.writeTo(parley);
			Log log = new Log(parley.runFile().bootstrapServers());
			await().pollInterval(Duration.ofSeconds(1))
				.atMost(Duration.ofMinutes(1))
				.until(() -> log.read(Topics.DECISIONS).size() > decisions.size() / 2);
			parley.moderationService(0).kill();
			parley.moderationService(0).start();
			await().pollInterval(Duration.ofSeconds(1))
				.atMost(Duration.ofMinutes(2))
				.until(() -> log.read(Topics.DECISIONS).size() >= decisions.size());
			await().pollInterval(Duration.ofSeconds(1))
				.atMost(Duration.ofMinutes(1))
				.until(() -> copy.isDecidedIn(log));

			assertThat(LogCopy.decisions(log)).isEqualTo(copy.decisions());
		}
	}

	private static void commentAndReview(LocalInstallation parley, Log log, PolicyFile policy)
			throws IOException, InterruptedException {
		Platform platform = new Platform(parley.runFile());
		for (int author = 0; author < 7; author++) {
			platform.comment("letter-writer-" + author, LETTER + author, "letter-" + author, 0);
		}
		try (Load load = new Load(parley.runFile(), 20)) {
			await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofMinutes(1)).until(() -> load.count() > 100);
			log.decisions()
				.values()
				.stream()
				.map(List::getLast)
				.filter(decision -> decision.verdict() == Verdict.HOLD)
				.limit(20)
				.forEach(held -> await().until(() -> platform.review(held.commentId(), "APPROVE").statusCode() == 202));
			policy.reject("nothing of this kind");
			await().pollInterval(Duration.ofSeconds(1))
				.atMost(Duration.ofMinutes(1))
				.until(() -> load.count() > 250 && log.decisionsByAuthor()
					.values()
					.stream()
					.allMatch(ofAuthor -> ofAuthor.getLast().verdict() != Verdict.REJECT || ofAuthor.getLast()
						.hits()
						.stream()
						.anyMatch(hit -> hit.rule().equals("large-campaign"))));
		}
		await().pollInterval(Duration.ofSeconds(1))
			.atMost(Duration.ofMinutes(1))
			.until(() -> log.read(Topics.DECISIONS).size() >= log.toBeDecided());
	}

}
