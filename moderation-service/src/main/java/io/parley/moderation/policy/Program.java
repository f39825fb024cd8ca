package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.google.re2j.Pattern;

/**
 * The steps of a regular expression: each takes a character, or goes on without one. By
 * Thompson's construction; where words begin and end is not asked, so that the steps find
 * whatever the expression finds, and sometimes more. Immutable.
 */
final class Program {

	/** There the expression is found. */
	static final int FOUND = -1;

	static final int FORK = -2;

	/** Goes on where the text begins. */
	static final int AT_START = -3;

	/** Goes on where the text ends. */
	static final int AT_END = -4;

	/** For each step the kind of character that it takes, or what else it does. */
	private final int[] takes;

	private final int[] next;

	/** Where a fork goes on, too. */
	private final int[] other;

	private final int start;

	/** What finds single characters, by kind. */
	private final List<Pattern> kinds;

	private Program(int[] takes, int[] next, int[] other, int start, List<Pattern> kinds) {
		this.takes = takes;
		this.next = next;
		this.other = other;
		this.start = start;
		this.kinds = kinds;
	}

	/**
	 * The steps of an expression.
	 * @throws Regex.UnsupportedSyntax if there are too many
	 */
	static Program of(Regex regex) throws Regex.UnsupportedSyntax {
		Builder builder = new Builder();
		int found = builder.step(FOUND, -1, -1);
		int start = builder.before(found, regex);
		return builder.program(start);
	}

	/** The step to begin with. */
	int start() {
		return this.start;
	}

	int size() {
		return this.takes.length;
	}

	/** The kind of character that a step takes, or what else it does. */
	int takes(int step) {
		return this.takes[step];
	}

	/** Where a step goes on. */
	int next(int step) {
		return this.next[step];
	}

	/** Where a fork goes on, too. */
	int other(int step) {
		return this.other[step];
	}

	/** The kinds that a character is of. */
	BitSet kindsOf(int character) {
		String text = Character.toString(character);
		BitSet kindsOf = new BitSet(this.kinds.size());
		for (int kind = 0; kind < this.kinds.size(); kind++) {
			if (this.kinds.get(kind).matches(text)) {
				kindsOf.set(kind);
			}
		}
		return kindsOf;
	}

	/** Makes steps from the last one to the first. */
	private static final class Builder {

		private static final int MOST_STEPS = 2000;

		/** What is repeated is visited as often, even if it takes no step. */
		private static final int MOST_VISITS = 20_000;

		private int[] takes = new int[64];

		private int[] next = new int[64];

		private int[] other = new int[64];

		private int size;

		private final Map<String, Integer> kinds = new LinkedHashMap<>();

		private int visited;

		/** Adds the steps of an expression before another step. */
		int before(int then, Regex regex) throws Regex.UnsupportedSyntax {
			if (++this.visited > MOST_VISITS) {
				throw new Regex.UnsupportedSyntax();
			}
			return switch (regex) {
				case Regex.One one -> step(kind(one.source()), then, -1);
				case Regex.Sequence(List<Regex> parts) -> {
					int first = then;
					for (Regex part : parts.reversed()) {
						first = before(first, part);
					}
					yield first;
				}
				case Regex.Either(List<Regex> branches) -> {
					int first = before(then, branches.getLast());
					for (int i = branches.size() - 2; i >= 0; i--) {
						first = step(FORK, before(then, branches.get(i)), first);
					}
					yield first;
				}
				case Regex.Repeated(Regex part, int least, int most) -> repeated(then, part, least, most);
				case Regex.Edge.TEXT_BEGINS -> step(AT_START, then, -1);
				case Regex.Edge.TEXT_ENDS -> step(AT_END, then, -1);
				case Regex.Edge.WORD_EDGE, Regex.Edge.NO_WORD_EDGE -> then;
			};
		}

		private int repeated(int then, Regex part, int least, int most) throws Regex.UnsupportedSyntax {
			int first = then;
			if (most < 0) {
				int loop = step(FORK, -1, then);
				int body = before(loop, part);
				this.next[loop] = body;
				first = loop;
			}
			for (int i = least; i < most; i++) {
				first = step(FORK, before(first, part), then);
			}
			for (int i = 0; i < least; i++) {
				first = before(first, part);
			}
			return first;
		}

		int step(int takes, int next, int other) throws Regex.UnsupportedSyntax {
			if (this.size == MOST_STEPS) {
				throw new Regex.UnsupportedSyntax();
			}
			if (this.size == this.takes.length) {
				this.takes = Arrays.copyOf(this.takes, this.size * 2);
				this.next = Arrays.copyOf(this.next, this.size * 2);
				this.other = Arrays.copyOf(this.other, this.size * 2);
			}
			this.takes[this.size] = takes;
			this.next[this.size] = next;
			this.other[this.size] = other;
			return this.size++;
		}

		private int kind(String source) {
			Integer known = this.kinds.putIfAbsent(source, this.kinds.size());
			return (known != null) ? known : this.kinds.size() - 1;
		}

		Program program(int start) {
			List<Pattern> patterns = new ArrayList<>();
			this.kinds.keySet().forEach(source -> patterns.add(Pattern.compile(source)));
			return new Program(Arrays.copyOf(this.takes, this.size), Arrays.copyOf(this.next, this.size),
					Arrays.copyOf(this.other, this.size), start, List.copyOf(patterns));
		}

	}

}
