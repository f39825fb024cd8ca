package io.parley.moderation.policy;

import java.util.List;

/**
 * A regular expression in the syntax of RE2, taken apart as far as it is known here.
 * Groups are what is in them, and how eagerly something is repeated is left out: both
 * change what is found, not whether anything is. Immutable.
 */
sealed interface Regex {

	/**
	 * Takes an expression apart that was compiled.
	 * @throws UnsupportedSyntax if it has something that is not known here
	 */
	static Regex parse(String pattern) throws UnsupportedSyntax {
		return RegexReader.read(pattern);
	}

	/**
	 * One character.
	 *
	 * @param source the expression for it alone, with the flags that hold for it
	 * @param literal the character as it is written, or -1 for one of several
	 */
	record One(String source, int literal) implements Regex {

	}

	/** One after the other. */
	record Sequence(List<Regex> parts) implements Regex {

		public Sequence {
			parts = List.copyOf(parts);
		}

	}

	/** Any of them. */
	record Either(List<Regex> branches) implements Regex {

		public Either {
			branches = List.copyOf(branches);
		}

	}

	/**
	 * The same several times.
	 *
	 * @param most -1 for any number
	 */
	record Repeated(Regex part, int least, int most) implements Regex {

	}

	/** A place between two characters. */
	enum Edge implements Regex {

		TEXT_BEGINS, TEXT_ENDS, WORD_EDGE, NO_WORD_EDGE

	}

	/** What is not known here. */
	final class UnsupportedSyntax extends Exception {

		private static final long serialVersionUID = 1;

	}

}
