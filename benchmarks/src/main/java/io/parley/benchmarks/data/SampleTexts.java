package io.parley.benchmarks.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.zip.GZIPInputStream;

import org.jspecify.annotations.Nullable;

/**
 * Texts as readers of a newspaper write them: mostly plain opinion of about 400
 * characters, some with a link, a telephone number, capitals or an insult. The same
 * number, the same text. Immutable.
 */
public final class SampleTexts {

	private static final int USUAL_LENGTH = 400;

	private static final String[] OPENINGS = { "I read the article twice.", "As someone who lives there,", "Honestly,",
			"With all respect to the author,", "@lena you are right that", "Finally a piece that says it:",
			"Nobody asks the people who pay for this.", "My neighbour said the same last week:", "Wait a moment.",
			"This is the third time this year that", "I do not agree at all.", "Thank you for this report." };

	private static final String[] SUBJECTS = { "the council", "this government", "the minister", "our newspaper",
			"the opposition", "half of the city", "the railway company", "every second teacher", "the summit",
			"my employer", "the new law", "the whole negotiation", "the hospital in our town", "the mayor" };

	private static final String[] VERBS = { "has promised", "never explained", "pays for", "should finally publish",
			"keeps postponing", "cannot afford", "voted against", "has underestimated", "talks about",
			"wants to abolish", "did nothing for", "will regret", "forgets", "depends on" };

	private static final String[] OBJECTS = { "the new bridge", "a ceasefire that holds", "higher pensions",
			"the budget of 2026", "clean water for the villages", "night trains to the coast",
			"the figures behind this decision", "an independent inquiry", "the schools of the northern districts",
			"what was agreed in spring", "public money", "peace talks", "the report of the commission",
			"cheaper tickets" };

	private static final String[] ENDINGS = { "and that is the real scandal.", "because it was cheaper that way.",
			"although everybody knew better.", "which is fine with me.", "while prices rise by 4.5 percent.",
			"and I am tired of it!", "so what did you expect?", "as it did ten years ago.",
			"and no one resigned, of course.", "if I understood the second paragraph correctly.", "don't you think?",
			"und das wissen alle." };

	private static final String[] ADDITIONS = { " Source: https://www.example.org/news/2026/summit?id=48213",
			" Call me at +49 30 901820 if you doubt it.", " WAKE UP PEOPLE, THIS IS A DISGRACE!!!",
			" You are an idiot, and your friends are idiots too.",
			" Write to tips@example.net and earn money from home.",
			" see http://a.example.com and http://b.example.com and http://c.example.com" };

	/** Of the texts, one in so many has an addition. */
	private static final int PLAIN = 8;

	private final IntFunction<String> texts;

	private SampleTexts(IntFunction<String> texts) {
		this.texts = texts;
	}

	/**
	 * Texts of made-up words, of which no two are alike. Those of {@link #of} are of few
	 * building blocks, so that many are campaigns.
	 */
	public static SampleTexts unlike() {
		MadeUpWords vocabulary = new MadeUpWords();
		return new SampleTexts(number -> words(vocabulary, new Random(number)));
	}

	/**
	 * Texts of a file, or made up.
	 * @param file one text a line, gzipped if its name ends in .gz; null for made up ones
	 */
	public static SampleTexts of(@Nullable Path file) {
		if (file == null) {
			return new SampleTexts(number -> madeUp(new Random(number)));
		}
		try (InputStream bytes = Files.newInputStream(file);
				InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
				BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
			List<String> given = lines.lines().filter(line -> !line.isBlank()).toList();
			if (given.isEmpty()) {
				throw new IllegalArgumentException(file + " has no texts");
			}
			return new SampleTexts(number -> given.get(number % given.size()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot read " + file, ex);
		}
	}

	/** The text of a number. */
	public String text(int number) {
		return this.texts.apply(number);
	}

	private static String madeUp(Random random) {
		// The first numbers of neighbouring seeds look alike.
		random.nextInt();
		int length = USUAL_LENGTH / 2 + random.nextInt(USUAL_LENGTH);
		StringBuilder text = new StringBuilder(one(OPENINGS, random));
		while (text.length() < length) {
			text.append(' ')
				.append(one(SUBJECTS, random))
				.append(' ')
				.append(one(VERBS, random))
				.append(' ')
				.append(one(OBJECTS, random))
				.append(", ")
				.append(one(ENDINGS, random));
		}
		return withAddition(text, random);
	}

	private static String words(MadeUpWords vocabulary, Random random) {
		random.nextInt();
		int length = USUAL_LENGTH / 2 + random.nextInt(USUAL_LENGTH);
		StringBuilder text = new StringBuilder("So");
		while (text.length() < length) {
			text.append(' ').append(vocabulary.one(random));
		}
		return withAddition(text.append('.'), random);
	}

	private static String withAddition(StringBuilder text, Random random) {
		return random.nextInt(PLAIN) == 0 ? text.append(one(ADDITIONS, random)).toString() : text.toString();
	}

	private static String one(String[] of, Random random) {
		return of[random.nextInt(of.length)];
	}

}
