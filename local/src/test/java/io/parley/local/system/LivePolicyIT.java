package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import io.parley.contract.Decision;
import io.parley.local.chaos.Log;
import io.parley.local.up.LocalInstallation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A policy is changed while comments come. */
@Tag("thorough")
class LivePolicyIT {

	@Test
	void given_two_instances_when_the_policy_changes_then_both_follow_and_a_bad_one_changes_nothing(@TempDir Path data,
			@TempDir Path folder) throws Exception {
		PolicyFile policy = new PolicyFile(folder.resolve("policy.yaml"), "crocodile");
		try (LocalInstallation parley = Installations.start(data, 2, policy.path())) {
			Platform platform = new Platform(parley.runFile());
			assertThat(verdicts(platform, "crocodile")).containsOnly("REJECTED");
			assertThat(verdicts(platform, "alligator")).containsOnly("APPROVED");

			policy.reject("alligator");
			await().untilAsserted(() -> assertThat(verdicts(platform, "alligator")).containsOnly("REJECTED"));
			assertThat(verdicts(platform, "crocodile")).containsOnly("APPROVED");

			policy.spoil();
			await().untilAsserted(
					() -> assertThat(refused(platform).path("problems").toString()).contains("rejct", "policy.yaml"));
			assertThat(verdicts(platform, "alligator")).containsOnly("REJECTED");

			parley.moderationService(0).kill();
			parley.moderationService(0).start();
			assertThat(refused(platform).path("problems").toString()).contains("rejct");
			assertThat(verdicts(platform, "alligator")).containsOnly("REJECTED");

			policy.reject("dinosaur");
			await().untilAsserted(() -> assertThat(verdicts(platform, "dinosaur")).containsOnly("REJECTED"));
			assertThat(refused(platform).isMissingNode() || refused(platform).isNull()).isTrue();
			assertPoliciesDoNotMix(new Log(parley.runFile().bootstrapServers()));
		}
	}

	@Test
	void given_a_model_of_its_own_when_its_file_is_lost_then_the_published_one_still_decides(@TempDir Path data,
			@TempDir Path folder) throws Exception {
		PolicyFile policy = new PolicyFile(folder.resolve("policy.yaml"), "crocodile");
		try (LocalInstallation parley = Installations.start(data, 1, policy.path())) {
			Platform platform = new Platform(parley.runFile());
			policy.score("tuba");
			await().untilAsserted(() -> assertThat(verdicts(platform, "tuba")).containsOnly("REJECTED"));
			assertThat(verdicts(platform, "crocodile")).containsOnly("APPROVED");

			policy.loseModel();
			parley.moderationService(0).kill();
			parley.moderationService(0).start();

			assertThat(refused(platform).path("problems").toString()).contains("there is no file", "site.model");
			assertThat(verdicts(platform, "tuba")).containsOnly("REJECTED");
			assertThat(verdicts(platform, "crocodile")).containsOnly("APPROVED");
		}
	}

	/** Of comments by authors in all partitions. */
	private static List<String> verdicts(Platform platform, String word) throws Exception {
		List<String> verdicts = new ArrayList<>();
		for (int author = 0; author < 30; author++) {
			verdicts
				.add(Platform.json(platform.comment("author-" + author, "A " + word, UUID.randomUUID().toString(), 10))
					.path("status")
					.asString());
		}
		return verdicts;
	}

	private static JsonNode refused(Platform platform) throws Exception {
		return platform.policy().path("refused");
	}

	/**
	 * Each author's decisions change the policy three times at most, once and for all.
	 */
	private static void assertPoliciesDoNotMix(Log log) {
		log.decisionsByAuthor().values().forEach(decisions -> {
			List<String> hashes = decisions.stream().map(Decision::policyHash).toList();
			long changes = IntStream.range(1, hashes.size())
				.filter(i -> !hashes.get(i).equals(hashes.get(i - 1)))
				.count();
			assertThat(changes).isEqualTo(hashes.stream().distinct().count() - 1);
		});
	}

}
