package io.parley.local.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
				""");
	}

	void spoil() throws IOException {
		Files.writeString(path, Files.readString(path).replace("then: reject", "then: rejct"));
	}

}
