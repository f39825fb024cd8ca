package io.parley.moderation.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** What must hold for every content of a policy file. */
final class FuzzedPolicy implements PolicySource {

	/** Far above what the largest file takes on a busy machine: only a hang is found. */
	private static final Duration HANG = Duration.ofSeconds(20);

	private final byte[] content;

	FuzzedPolicy(byte[] content) {
		this.content = content.clone();
	}

	/** Reads it, which either tells problems with places or gives a policy that works. */
	void check() {
		long start = System.nanoTime();
		try {
			Policy policy = PolicyReader.read(this);
			PolicyTests.run(policy);
			assertThat(policy.hash()).isNotEmpty();
		}
		catch (PolicyProblemsException told) {
			assertThat(told.problems()).isNotEmpty().allSatisfy(problem -> {
				assertThat(problem.line()).isPositive();
				assertThat(problem.column()).isPositive();
				assertThat(problem.message()).isNotBlank().doesNotContain("Exception", "io.parley", "dev.cel");
				assertThat(problem.render()).contains("^");
			});
		}
		catch (IOException unreadable) {
			fail(unreadable);
		}
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(HANG);
	}

	@Override
	public String file() {
		return "policy.yaml";
	}

	@Override
	public String describe(String path) {
		return path;
	}

	@Override
	public @Nullable InputStream open(String path) {
		return switch (path) {
			case "policy.yaml" -> new ByteArrayInputStream(content);
			case "lists/words.txt" -> new ByteArrayInputStream("turnip\nold boot\n".getBytes(UTF_8));
			// As fuzzed as the policy.
			case "lists/any.txt" -> new ByteArrayInputStream(content);
			default -> null;
		};
	}

}
