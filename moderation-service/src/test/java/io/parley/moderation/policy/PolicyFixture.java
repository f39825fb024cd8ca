package io.parley.moderation.policy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;

import io.parley.contract.Author;
import io.parley.contract.CommentContent;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.policy.Example.ExampleAuthor;
import org.jspecify.annotations.Nullable;

/** Policies, comments and authors made on the spot. */
final class PolicyFixture {

	static final ExampleAuthor REGULAR = new ExampleAuthor(40, 1, 0, Duration.ofDays(300), false, "", 1);

	private PolicyFixture() {
	}

	/** A policy that has only the given rule fields, by default with the effect hold. */
	static Policy ruleWhen(String when) {
		return policy("""
				policy: one rule
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - id: rule
				    when: %s
				    then: hold
				""".formatted(when));
	}

	static Policy policy(String yaml) {
		return policy(yaml, Map.of());
	}

	static Policy policy(String yaml, Classifier classifier) {
		return policy(yaml, Map.of(), () -> classifier);
	}

	static Policy policy(String yaml, Map<String, String> files) {
		return policy(yaml, files, Model::shipped);
	}

	private static Policy policy(String yaml, Map<String, String> files, Supplier<Classifier> classifier) {
		try {
			return PolicyReader.read(new InMemory(yaml, files), classifier);
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
		catch (PolicyProblemsException wrong) {
			throw new AssertionError(wrong.getMessage(), wrong);
		}
	}

	static CommentContent comment(String body) {
		return new CommentSubmitted("0199f000-0000-7000-8000-000000000001", 1, "blog",
				new CommentThread("p1", "https://blog.example/p1", "A post"), null,
				new Author("blog/7", "7", "Kim", null, null), body, null, Instant.parse("2026-11-23T10:00:00Z"));
	}

	private record InMemory(String yaml, Map<String, String> files) implements PolicySource {

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
			String text = path.equals(file()) ? this.yaml : this.files.get(path);
			return (text != null) ? new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) : null;
		}

	}

}
