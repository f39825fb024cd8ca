package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.List;

import io.parley.moderation.policy.RequiredWords.Word;
import org.jspecify.annotations.Nullable;

/** Reads off a regular expression which words it needs. */
final class RequiredWordsReader {

	/** Shorter words are in every text. */
	private static final int SHORTEST = 2;

	private RequiredWordsReader() {
	}

	static List<List<Word>> read(Regex regex) {
		return groups(regex, false);
	}

	/** What is read at a place where a word may have to begin. */
	private static List<List<Word>> groups(Regex regex, boolean boundary) {
		return switch (regex) {
			case Regex.Either(List<Regex> branches) -> either(branches, boundary);
			case Regex.Sequence(List<Regex> parts) -> sequence(parts, boundary);
			case Regex.Repeated repeated -> sequence(List.of(repeated), boundary);
			case Regex.One one -> sequence(List.of(one), boundary);
			case Regex.Edge _ -> List.of();
		};
	}

	/** One word of any of the branches, if each has one. */
	private static List<List<Word>> either(List<Regex> branches, boolean boundary) {
		List<Word> one = new ArrayList<>();
		for (Regex branch : branches) {
			List<Word> best = best(groups(branch, boundary));
			if (best == null) {
				return List.of();
			}
			one.addAll(best);
		}
		return List.of(one);
	}

	private static @Nullable List<Word> best(List<List<Word>> groups) {
		List<Word> best = null;
		for (List<Word> group : groups) {
			if (best == null || shortest(group) > shortest(best)) {
				best = group;
			}
		}
		return best;
	}

	private static int shortest(List<Word> words) {
		return words.stream().mapToInt(word -> word.letters().length()).min().orElse(0);
	}

	private static List<List<Word>> sequence(List<Regex> parts, boolean atBoundary) {
		List<List<Word>> groups = new ArrayList<>();
		StringBuilder word = new StringBuilder();
		boolean boundary = atBoundary;
		boolean begins = false;
		for (Regex part : parts) {
			Regex.Repeated times = (part instanceof Regex.Repeated repeated) ? repeated
					: new Regex.Repeated(part, 1, 1);
			boolean once = times.least() == 1 && times.most() == 1;
			int letter = letter(times.part());
			if (letter >= 0 && word.isEmpty()) {
				begins = boundary && RequiredWords.isWordPart((char) letter);
			}
			if (letter >= 0 && times.least() > 0) {
				word.append((char) letter);
			}
			if (letter < 0 || !once) {
				// A letter that is repeated is not certain to be followed by what comes
				// next.
				end(word, begins, groups);
			}
			if (times.least() > 0 && !(times.part() instanceof Regex.One)) {
				groups.addAll(groups(times.part(), boundary));
			}
			boundary = once && (times.part() == Regex.Edge.WORD_EDGE || (isNothing(times.part()) && boundary));
		}
		end(word, begins, groups);
		return groups;
	}

	private static void end(StringBuilder word, boolean begins, List<List<Word>> groups) {
		if (word.length() >= SHORTEST) {
			groups.add(List.of(new Word(word.toString(), begins)));
		}
		word.setLength(0);
	}

	/** Flags. */
	private static boolean isNothing(Regex regex) {
		return regex instanceof Regex.Sequence(List<Regex> parts) && parts.isEmpty();
	}

	/**
	 * A small letter of ASCII or a sign, or -1: other letters have more forms than one.
	 */
	private static int letter(Regex regex) {
		return (regex instanceof Regex.One one && one.literal() >= 0 && one.literal() < 0x80)
				? Character.toLowerCase(one.literal()) : -1;
	}

}
