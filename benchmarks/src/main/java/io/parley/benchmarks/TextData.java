package io.parley.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Terms and comments to measure with: from files that the system properties name, one a
 * line and gzipped if their name says so, or made up.
 */
final class TextData {

	/**
	 * A file of terms, or a folder with a {@code dict_N.txt} or {@code dict_N.txt.gz} of
	 * each size.
	 */
	static final String TERMS = "parley.bench.terms";

	/** A file of comments. */
	static final String COMMENTS = "parley.bench.comments";

	private static final int MOST_COMMENTS = 20_000;

	private static final String[] BEGINNINGS = { "b", "br", "c", "d", "f", "g", "gr", "h", "k", "l", "m", "n", "p",
			"pr", "r", "s", "st", "t", "tr", "v", "w" };

	private static final String[] MIDDLES = { "a", "e", "i", "o", "u", "ea", "ou" };

	private static final String[] ENDS = { "", "n", "r", "s", "t", "l", "ck", "nd", "st", "m" };

	private TextData() {
	}

	/** A list of so many terms. */
	static List<String> terms(int size) throws IOException {
		String from = System.getProperty(TERMS, "");
		if (from.isEmpty()) {
			return words(size, 1);
		}
		Path file = Path.of(from);
		if (Files.isDirectory(file)) {
			Path plain = file.resolve("dict_" + size + ".txt");
			file = Files.exists(plain) ? plain : file.resolve("dict_" + size + ".txt.gz");
		}
		List<String> all = lines(file);
		return all.subList(0, Math.min(size, all.size()));
	}

	static List<String> comments() throws IOException {
		String from = System.getProperty(COMMENTS, "");
		if (!from.isEmpty()) {
			List<String> all = lines(Path.of(from));
			return all.subList(0, Math.min(MOST_COMMENTS, all.size()));
		}
		Random random = new Random(2);
		List<String> vocabulary = words(5_000, 3);
		List<String> comments = new ArrayList<>();
		for (int i = 0; i < MOST_COMMENTS; i++) {
			comments.add(comment(vocabulary, random));
		}
		return comments;
	}

	private static String comment(List<String> vocabulary, Random random) {
		StringBuilder comment = new StringBuilder();
		int length = 50 + random.nextInt(400);
		while (comment.length() < length) {
			// A few words are frequent, most are rare.
			int rank = (int) (vocabulary.size() * Math.pow(random.nextDouble(), 4));
			comment.append(vocabulary.get(rank));
			comment.append(switch (random.nextInt(30)) {
				case 0 -> ". ";
				case 1, 2 -> ", ";
				case 3 -> "-";
				case 4 -> "'s ";
				case 5 -> " 2026 ";
				default -> " ";
			});
		}
		return comment.append(random.nextInt(5) == 0 ? "\uD83D\uDE42" : "!").toString();
	}

	private static List<String> words(int count, int seed) {
		Random random = new Random(seed);
		Set<String> words = new LinkedHashSet<>();
		while (words.size() < count) {
			StringBuilder word = new StringBuilder();
			for (int syllables = 1 + random.nextInt(3); syllables >= 0; syllables--) {
				word.append(BEGINNINGS[random.nextInt(BEGINNINGS.length)])
					.append(MIDDLES[random.nextInt(MIDDLES.length)]);
			}
			words.add(word.append(ENDS[random.nextInt(ENDS.length)]).toString());
		}
		return List.copyOf(words);
	}

	private static List<String> lines(Path file) throws IOException {
		try (InputStream bytes = Files.newInputStream(file);
				InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
				BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
			return lines.lines().filter(line -> !line.isBlank()).toList();
		}
	}

}
