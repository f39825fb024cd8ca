package io.parley.moderation.policy;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** What a condition can ask of a part of the comment. Each takes one text in quotes. */
enum SubjectFunction {

	BODY_HAS("body", "has", "list", "bool",
			"Whether a term of the list is in the text. The list is not one of domains.", "body.has(\"slurs\")"),

	BODY_DISGUISED("body", "disguised", "list", "bool",
			"Whether a term of the list is in the text in a disguise: by invisible characters, other alphabets or styles, digits or signs for letters, gaps, or backwards.",
			"body.disguised(\"slurs\")"),

	BODY_COUNT("body", "count", "list", "int",
			"How many terms of the list are in the text, each as often as it is there.", "body.count(\"slurs\") >= 3",
			0, Double.POSITIVE_INFINITY),

	BODY_PHRASE("body", "phrase", "[list, …], words, against", "bool",
			"Whether terms of the lists follow each other in that order in one sentence, with at most so many words between two of them (0 to 20). Not if a term of the list `against`, which may be left out, is among them or at most five words before. Where words are not divided by spaces, two characters count as one.",
			"body.phrase([\"slurs\", \"slurs\"], 3)"),

	SAID_HAS("said", "has", "list", "bool",
			"The same as `body.has` without what the text quotes: what is between quotation marks, and lines that begin with `>`. A text that is quoted as a whole is said.",
			"said.has(\"slurs\")"),

	SAID_PHRASE("said", "phrase", "[list, …], words, against", "bool",
			"The same as `body.phrase` without what the text quotes.", "said.phrase([\"slurs\"], 0, \"slurs\")"),

	BODY_MATCHES("body", "matches", "pattern", "bool",
			"Whether the regular expression (RE2: no look-around, always in linear time) is found in the text.",
			"body.matches(\"(?i)\\\\bparley\\\\b\")"),

	LINKS_HAS("links", "has", "list", "bool",
			"Whether a link leads to a domain of the list or to one below it. The list is one of domains.",
			"links.has(\"shops\")"),

	AUTHOR_RATE("author", "rate", "window", "int",
			"Comments of the author in the time before and with this one, from \"1s\" to \"24h\"; told apart up to 64.",
			"author.rate(\"2m\") >= 5", 1, AuthorSignals.LARGEST_RATE),

	AUTHOR_REPEATS("author", "repeats", "window", "int",
			"Comments of the author in the time before this one that say nearly the same, among the latest 16.",
			"author.repeats(\"1h\") >= 2", 0, AuthorSignals.MOST_POSTS - 1),

	AUTHOR_LINKS("author", "links", "window", "int",
			"Links in the comments of the author in the time before and with this one, among the latest 16.",
			"author.links(\"24h\") >= 10", 0, Double.POSITIVE_INFINITY),

	AUTHOR_THREADS("author", "threads", "window", "int",
			"Threads in which the author wrote in the time before and with this comment, among the latest 16 comments.",
			"author.threads(\"10m\") >= 4", 1, AuthorSignals.MOST_POSTS);

	private final String subject;

	private final String function;

	private final String parameter;

	private final String result;

	private final String meaning;

	private final String example;

	private final double least;

	private final double most;

	SubjectFunction(String subject, String function, String parameter, String result, String meaning, String example) {
		this(subject, function, parameter, result, meaning, example, Double.NaN, Double.NaN);
	}

	SubjectFunction(String subject, String function, String parameter, String result, String meaning, String example,
			double least, double most) {
		this.subject = subject;
		this.function = function;
		this.parameter = parameter;
		this.result = result;
		this.meaning = meaning;
		this.example = example;
		this.least = least;
		this.most = most;
	}

	/** The function of a subject, or null if there is none of the name. */
	static @Nullable SubjectFunction of(String subject, String function) {
		return Arrays.stream(values())
			.filter(known -> known.subject.equals(subject) && known.function.equals(function))
			.findFirst()
			.orElse(null);
	}

	/** The functions of a subject. */
	static Set<String> namesOf(String subject) {
		return Arrays.stream(values())
			.filter(known -> known.subject.equals(subject))
			.map(known -> known.function)
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Whether any subject has a function of the name. */
	static boolean isName(String function) {
		return Arrays.stream(values()).anyMatch(known -> known.function.equals(function));
	}

	String function() {
		return this.function;
	}

	/** Whether it takes a window of time. */
	boolean isWindowed() {
		return this.parameter.equals("window");
	}

	/** The smallest number that it gives; NaN if it gives none. */
	double least() {
		return this.least;
	}

	double most() {
		return this.most;
	}

	/** As it is called, such as {@code body.has(list)}. */
	String signature() {
		return this.subject + "." + this.function + "(" + this.parameter + ")";
	}

	String result() {
		return this.result;
	}

	String meaning() {
		return this.meaning;
	}

	String example() {
		return this.example;
	}

}
