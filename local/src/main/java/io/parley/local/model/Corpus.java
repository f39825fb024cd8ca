package io.parley.local.model;

import java.util.Set;

/**
 * What is trained on: only texts whose licence lets a product that is sold ship what was
 * learnt from them.
 */
enum Corpus {

	/**
	 * Comments of Wikipedia's talk pages. Labels CC0 (Jigsaw), of {@code wiki-nonfuzzed}
	 * CC BY 4.0; the texts are Wikipedia's, CC BY-SA 3.0.
	 */
	WIKIPEDIA("jigsaw.tsv.gz",
			Set.of("jigsaw-train20k", "jigsaw-test", "jigsaw-train-neg", "wiki-ak5000", "wiki-nonfuzzed")),
	/** Comments under news, CC0 (Civil Comments). */
	NEWS("civil.tsv.gz", Set.of("civil-spans")),
	/** Short messages, MIT (Davidson et al., 2017). */
	MESSAGES("twitter.tsv.gz", Set.of("davidson")),
	/** Comments under videos and text messages, CC BY 4.0 (UCI). */
	SPAM("spam.tsv.gz", Set.of("youtube-spam", "sms-spam"));

	private final String file;

	@SuppressWarnings("ImmutableEnumChecker") // Set.of cannot be changed.
	private final Set<String> sources;

	Corpus(String file, Set<String> sources) {
		this.file = file;
		this.sources = sources;
	}

	String file() {
		return file;
	}

	boolean has(String source) {
		return sources.contains(source);
	}

}
