package io.parley.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.parley.moderation.classifier.Features;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.ModelBuilder;

/** A policy that rejects one word, and a list beside it. */
record PolicyFile(Path path) {

	PolicyFile(Path path, String word) throws IOException {
		this(path);
		reject(word);
	}

	/** From the next reading on another word is rejected. */
	void reject(String word) throws IOException {
		Files.writeString(path.resolveSibling("words.txt"), word + "\n");
		Files.writeString(path, """
				policy: one-word
				verdicts: { hold: 5, reject: 10 }
				reasons:
				  word: This word is not wanted here.
				lists:
				  words: { file: words.txt, match: exact }
				rules:
				  - id: word
				    when: body.has("words")
				    then: reject
				    reason: word
				  - id: links
				    when: links.count >= 2
				    then: hold
				  - id: campaign
				    when: campaign.authors >= 3
				    then: hold
				  - id: large-campaign
				    when: campaign.authors >= 5
				    then: reject
				""");
	}

	/**
	 * From the next reading on a model of its own decides, to which one word is toxic.
	 */
	void score(String word) throws IOException {
		Files.write(model(), against(word));
		Files.writeString(path, """
				policy: one-model
				verdicts: { hold: 5, reject: 10 }
				model: { file: site.model }
				rules:
				  - { id: toxic, when: toxicity.score > 0.6, then: reject }
				""");
	}

	/** The file of the model is gone. */
	void loseModel() throws IOException {
		Files.delete(model());
	}

	private Path model() {
		return path.resolveSibling("site.model");
	}

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

	void spoil() throws IOException {
		Files.writeString(path, Files.readString(path).replace("then: reject", "then: rejct"));
	}

}
