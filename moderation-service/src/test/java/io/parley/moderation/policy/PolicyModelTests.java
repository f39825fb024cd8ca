package io.parley.moderation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.parley.moderation.classifier.Features;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.classifier.ModelBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A policy that names a model of its own. */
class PolicyModelTests {

	private static final String POLICY = """
			policy: gazette
			verdicts: { hold: 5, reject: 10 }
			model: { file: models/gazette.model }
			rules:
			  - { id: toxic, when: toxicity.score > 0.6, then: hold }
			""";

	@TempDir
	private Path folder;

	private Path file;

	@BeforeEach
	void write() throws IOException {
		this.file = this.folder.resolve("policy.yaml");
		Files.writeString(this.file, POLICY);
		Files.createDirectory(this.folder.resolve("models"));
		Files.write(this.folder.resolve("models/gazette.model"), against("tuba"));
	}

	@Test
	void its_own_model_is_asked() throws Exception {
		Policy policy = PolicyReader.read(this.file);

		Match match = policy.evaluate(PolicyFixture.comment("Tuba"), PolicyFixture.REGULAR).matches().getFirst();
		assertThat(match.values()).containsEntry("model", policy.modelId());
		assertThat(policy.evaluate(PolicyFixture.comment("You stupid idiot"), PolicyFixture.REGULAR).matches())
			.isEmpty();
	}

	@Test
	void another_model_makes_another_policy() throws Exception {
		String before = PolicyReader.read(this.file).hash();

		Files.write(this.folder.resolve("models/gazette.model"), against("oboe"));
		assertThat(PolicyReader.read(this.file).hash()).isNotEqualTo(before);

		Files.write(this.folder.resolve("models/gazette.model"), against("tuba"));
		assertThat(PolicyReader.read(this.file).hash()).isEqualTo(before);
	}

	@Test
	void the_model_that_is_shipped_is_the_same_from_a_file() throws Exception {
		Files.write(this.folder.resolve("models/gazette.model"), Model.shippedBytes());

		assertThat(PolicyReader.read(this.file).hash())
			.isEqualTo(PolicyFixture.policy(POLICY.replace("model: { file: models/gazette.model }\n", "")).hash());
	}

	/** A model to which texts of one word are toxic. */
	private static byte[] against(String word) {
		Features features = new Features();
		features.read(word);
		ModelBuilder builder = new ModelBuilder();
		for (int i = 0; i < features.size(); i++) {
			builder.offer(features.hash(i), 1, 1, new float[] { 5, 0, 0, 0, 0 });
		}
		int heads = Head.values().length;
		double[] slopes = new double[heads];
		slopes[Head.TOXIC.index()] = 1;
		return builder.build(new double[heads], new double[heads], slopes, new double[heads]);
	}

}
