package io.parley.local.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

import io.parley.moderation.classifier.Head;

import static java.util.Objects.requireNonNull;

/**
 * More examples, made of those there are: sentences of long texts, texts with disguised
 * words, and sentences that were written for this. The same examples give the same ones.
 */
final class Augmentation {

	static final String SENTENCES = "sentences";

	private static final String TEMPLATES = "templates";

	private static final String OWN = "own";

	private static final Pattern SIGNS_AT_END = Pattern.compile("[.!?]+$");

	private static final Pattern ENDS = Pattern.compile("(?<=[.!?])\\s+|\\n+");

	private static final int SHORTEST_SENTENCE = 15;

	private static final int LONGEST_SENTENCE = 300;

	/** Sentences of one harmless text. */
	private static final int MOST_SENTENCES = 2;

	/** A word of which a sentence of a toxic text needs one to be toxic itself. */
	private static final double STRONG = 2;

	/** Words of a text that are disguised. */
	private static final int ATTACKED = 3;

	/** One of so many toxic texts is disguised; more would blur what is plain. */
	private static final int TOXIC_SHARE = 2;

	/** One of so many harmless texts is disguised, so that disguise alone is no sign. */
	private static final int HARMLESS_SHARE = 12;

	private static final Attack[] ATTACKS = { Attack.DROPS, Attack.STARS, Attack.SWAPS, Attack.DROPS, Attack.REPEATS };

	private final Wording wording;

	Augmentation(Wording wording) {
		this.wording = wording;
	}

	List<Example> of(List<Example> examples) {
		List<Example> more = new ArrayList<>();
		for (int i = 0; i < examples.size(); i++) {
			Example example = examples.get(i);
			SplittableRandom random = new SplittableRandom(i);
			if (example.corpus() == Corpus.WIKIPEDIA) {
				addSentences(example, random, more);
			}
			if ((example.is(Head.TOXIC) && random.nextInt(TOXIC_SHARE) == 0)
					|| (example.isNot(Head.TOXIC) && random.nextInt(HARMLESS_SHARE) == 0)) {
				addDisguised(example, random, more);
			}
		}
		addTemplates(more);
		addOwn(more);
		return more;
	}

	private void addSentences(Example example, SplittableRandom random, List<Example> more) {
		List<String> sentences = new ArrayList<>();
		ENDS.splitAsStream(example.text())
			.filter(part -> part.length() >= SHORTEST_SENTENCE && part.length() <= LONGEST_SENTENCE)
			.forEach(sentences::add);
		if (example.isNot(Head.TOXIC)) {
			for (int i = 0; i < MOST_SENTENCES && !sentences.isEmpty(); i++) {
				more.add(example.with(SENTENCES, sentences.remove(random.nextInt(sentences.size()))));
			}
		}
		else if (sentences.size() > 1) {
			sentences.stream()
				.filter(sentence -> Wording.words(sentence).stream().anyMatch(word -> wording.strength(word) > STRONG))
				.forEach(sentence -> more
					.add(new Example(example.corpus(), SENTENCES, Map.of(Head.TOXIC, true), sentence)));
		}
	}

	private void addDisguised(Example example, SplittableRandom random, List<Example> more) {
		List<String> words = new ArrayList<>(new HashSet<>(Wording.words(example.text())));
		words.removeIf(word -> word.length() < Attack.SHORTEST);
		words.sort(Comparator.comparingDouble(wording::strength).reversed().thenComparing(Comparator.naturalOrder()));
		Set<String> chosen = new HashSet<>();
		for (int i = 0; i < Math.min(ATTACKED, words.size()); i++) {
			chosen.add(example.is(Head.TOXIC) ? words.get(i) : words.get(random.nextInt(words.size())));
		}
		if (!chosen.isEmpty()) {
			Attack attack = ATTACKS[random.nextInt(ATTACKS.length)];
			more.add(example.with(example.source(), Disguise.words(example.text(), chosen::contains, attack, random)));
		}
	}

	private static void addOwn(List<Example> more) {
		addOwn("abuse-sentences.txt", Corpus.WIKIPEDIA, Map.of(Head.TOXIC, true, Head.INSULT, true), more);
		addOwn("fair-sentences.txt", Corpus.WIKIPEDIA, Map.of(Head.TOXIC, false, Head.INSULT, false, Head.SPAM, false),
				more);
		addOwn("spam-sentences.txt", Corpus.SPAM, Map.of(Head.TOXIC, false, Head.SPAM, true), more);
		addOwn("no-spam-sentences.txt", Corpus.SPAM, Map.of(Head.TOXIC, false, Head.SPAM, false), more);
	}

	/** As written, carelessly, and loudly. */
	private static void addOwn(String sentences, Corpus corpus, Map<Head, Boolean> labels, List<Example> more) {
		String source = OWN + " " + corpus.file();
		for (String sentence : lines(sentences)) {
			String bare = SIGNS_AT_END.matcher(sentence).replaceFirst("");
			more.add(new Example(corpus, source, labels, sentence));
			more.add(new Example(corpus, source, labels, bare.toLowerCase(Locale.ROOT)));
			more.add(new Example(corpus, source, labels, bare.toUpperCase(Locale.ROOT) + "!!"));
		}
	}

	private static void addTemplates(List<Example> more) {
		Map<Head, Boolean> harmless = new EnumMap<>(Head.class);
		for (Head head : Head.values()) {
			harmless.put(head, false);
		}
		addTemplates("identity-templates.txt", "identities.txt", harmless, more);
		addTemplates("person-templates.txt", "praise-words.txt", harmless, more);
		addTemplates("person-templates.txt", "abuse-words.txt", Map.of(Head.TOXIC, true, Head.INSULT, true), more);
	}

	private static void addTemplates(String templates, String words, Map<Head, Boolean> labels, List<Example> more) {
		for (String template : lines(templates)) {
			for (String word : lines(words)) {
				more.add(new Example(Corpus.WIKIPEDIA, TEMPLATES, labels, template.replace("%", word)));
			}
		}
	}

	private static List<String> lines(String file) {
		try (InputStream bytes = requireNonNull(Augmentation.class.getResourceAsStream(file))) {
			return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines()
				.filter(line -> !line.isBlank() && !line.startsWith("#"))
				.toList();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
