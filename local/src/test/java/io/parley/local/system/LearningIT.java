package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.parley.contract.Decision;
import io.parley.contract.Topics;
import io.parley.local.chaos.Log;
import io.parley.local.up.LocalInstallation;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What moderators decide corrects the model for their site, and a copy of the log says
 * the same.
 */
@Tag("thorough")
class LearningIT {

	private static final int REVIEWS = 200;

	@Test
	void given_two_hundred_reviews_then_decisions_name_what_they_taught_until_a_reset_and_a_rerun_says_the_same(
			@TempDir Path first, @TempDir Path second, @TempDir Path folder) throws Exception {
		Path policy = Files.writeString(folder.resolve("policy.yaml"), """
				policy: learning
				verdicts: { hold: 5, reject: 10 }
				model: { learn: true }
				rules:
				  - { id: toxic, when: 'toxicity.score > 0.3', then: hold }
				""");
		LogCopy copy;
		try (LocalInstallation parley = Installations.start(first, 1, policy)) {
			Log log = new Log(parley.runFile().bootstrapServers());
			Platform platform = new Platform(parley.runFile());
			String site = commentAndReview(platform, log);

			Decision corrected = decide(platform, log, "corrected");
			assertThat(corrected.correction()).isNotNull();

			assertThat(platform.forget(site).statusCode()).isEqualTo(202);
			patiently().until(() -> signals(log) == 2);
			assertThat(decide(platform, log, "after the reset").correction()).isNull();
			copy = LogCopy.of(log);
		}

		try (LocalInstallation parley = Installations.start(second)) {
			copy.writeTo(parley);
			Log log = new Log(parley.runFile().bootstrapServers());
			patiently().until(() -> copy.isDecidedIn(log));

			assertThat(LogCopy.decisions(log)).isEqualTo(copy.decisions());
		}
	}

	private static String commentAndReview(Platform platform, Log log) throws IOException, InterruptedException {
		for (int i = 0; i < REVIEWS; i++) {
			platform.comment("reader-" + i,
					(i % 2 == 0 ? "that stupid referee, number " : "a stupid offside trap, number ") + i,
					"comment-" + i, 0);
		}
		patiently().until(() -> log.decisions().size() >= REVIEWS);
		for (List<Decision> ofComment : log.decisions().values()) {
			Decision decision = ofComment.getFirst();
			int reader = Integer.parseInt(decision.authorKey().substring(decision.authorKey().lastIndexOf('-') + 1));
			await().atMost(Duration.ofMinutes(1))
				.until(() -> platform.review(decision.commentId(), (reader % 2 == 0) ? "REJECT" : "APPROVE")
					.statusCode() == 202);
		}
		patiently().until(() -> signals(log) == 1);
		return log.decisions().values().iterator().next().getFirst().site();
	}

	private static Decision decide(Platform platform, Log log, String key) throws IOException, InterruptedException {
		String id = Objects
			.requireNonNull(Platform.json(platform.comment("late reader", "that stupid referee again", key, 10))
				.path("id")
				.asString());
		patiently().until(() -> log.decisions().containsKey(id));
		return log.decisions().getOrDefault(id, List.of()).getFirst();
	}

	/** How often the logs of all authors were told something, as one of them has it. */
	private static long signals(Log log) {
		return log.read(Topics.COMMENTS)
			.stream()
			.filter(record -> record.partition() == 0)
			.filter(record -> text(record.headers().lastHeader("ce_type").value())
				.equals("io.parley.correction.learned.v1"))
			.count();
	}

	private static ConditionFactory patiently() {
		return await().pollInterval(Duration.ofSeconds(1)).atMost(Duration.ofMinutes(2));
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
