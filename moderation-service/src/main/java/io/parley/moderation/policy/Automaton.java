package io.parley.moderation.policy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;

/**
 * Tells quickly that a regular expression is not in a text: it goes from state to state,
 * a state being all steps of the {@link Program} at once, and makes each state when a
 * text first leads there. Thread-safe: states do not change once they are made, but for
 * the states behind them, which are the same whoever finds them.
 */
final class Automaton {

	/** How many places all states together may take up, before they are made anew. */
	private static final int MOST_PLACES = 1 << 15;

	private static final int PAGE = 256;

	/** Of characters beyond the first plane so many are known. */
	private static final int MOST_SUPPLEMENTARY = 1024;

	private static final int UNKNOWN = -1;

	private final Program program;

	private final ReentrantLock lock = new ReentrantLock();

	/** Characters that no step tells apart have the same sign. */
	private final Map<BitSet, Integer> signs = new HashMap<>();

	/** Signs from 1, by character; 0 where it is not known yet. */
	private final short[] @Nullable [] pages = new short[(Character.MAX_VALUE + 1) / PAGE][];

	private final Map<Integer, Short> supplementary = new ConcurrentHashMap<>();

	private volatile States states;

	private Automaton(Program program) {
		this.program = program;
		this.states = new States();
	}

	/** The automaton of an expression; null for one that is not known well enough. */
	static @Nullable Automaton of(Regex regex) {
		try {
			return new Automaton(Program.of(regex));
		}
		catch (Regex.UnsupportedSyntax _) {
			return null;
		}
	}

	/** Whether the expression may be found in a text; never no if it is. */
	boolean mayFind(String text) {
		States known = this.states;
		State state = known.first;
		int at = 0;
		while (!state.found) {
			if (at == text.length()) {
				return state.foundAtEnd;
			}
			char character = text.charAt(at++);
			int sign;
			if (Character.isHighSurrogate(character) && at < text.length()
					&& Character.isLowSurrogate(text.charAt(at))) {
				sign = sign(Character.toCodePoint(character, text.charAt(at++)));
				if (sign == UNKNOWN) {
					return true;
				}
			}
			else {
				short[] page = this.pages[character / PAGE];
				sign = (page != null) ? page[character % PAGE] : 0;
				if (sign == 0) {
					sign = newSign(character);
				}
			}
			@Nullable State[] after = state.after;
			State next = (sign < after.length) ? after[sign] : null;
			if (next == null) {
				next = known.after(state, sign);
				if (next == null) {
					// Too many states for one text after another: the expression itself
					// has to tell.
					this.states = new States();
					return true;
				}
			}
			state = next;
		}
		return true;
	}

	private int sign(int codePoint) {
		Short known = this.supplementary.get(codePoint);
		if (known != null) {
			return known;
		}
		if (this.supplementary.size() >= MOST_SUPPLEMENTARY) {
			return UNKNOWN;
		}
		short sign = signOf(codePoint);
		this.supplementary.put(codePoint, sign);
		return sign;
	}

	private short newSign(char character) {
		short sign = signOf(character);
		this.lock.lock();
		try {
			short[] page = this.pages[character / PAGE];
			if (page == null) {
				page = new short[PAGE];
				this.pages[character / PAGE] = page;
			}
			page[character % PAGE] = sign;
		}
		finally {
			this.lock.unlock();
		}
		return sign;
	}

	private short signOf(int codePoint) {
		BitSet kinds = this.program.kindsOf(codePoint);
		this.lock.lock();
		try {
			return this.signs.computeIfAbsent(kinds, _ -> this.signs.size() + 1).shortValue();
		}
		finally {
			this.lock.unlock();
		}
	}

	private BitSet kinds(int sign) {
		for (Map.Entry<BitSet, Integer> known : this.signs.entrySet()) {
			if (known.getValue() == sign) {
				return known.getKey();
			}
		}
		throw new IllegalArgumentException("No sign: " + sign);
	}

	/** Where an expression has come in a text. */
	private static final class State {

		private static final @Nullable State[] NOWHERE = new State[0];

		/** Those that take a character, or wait for the end of the text. */
		private final int[] steps;

		private final boolean found;

		private final boolean foundAtEnd;

		/** By sign; null where it was not made yet. */
		private volatile @Nullable State[] after = NOWHERE;

		State(Steps steps, boolean atStart) {
			this.steps = steps.waiting.stream().toArray();
			this.found = steps.found;
			this.foundAtEnd = steps.found || steps.foundAtEnd(atStart);
		}

	}

	/** The states so far. */
	private final class States {

		private final Map<BitSet, State> bySteps = new HashMap<>();

		private final State first;

		private int places;

		States() {
			Steps steps = new Steps(Automaton.this.program);
			steps.add(Automaton.this.program.start(), true, false);
			this.first = new State(steps, true);
		}

		/** The state behind another one; null if there would be too many. */
		@Nullable State after(State state, int sign) {
			Automaton.this.lock.lock();
			try {
				if (this.places > MOST_PLACES) {
					return null;
				}
				Program steps = Automaton.this.program;
				Steps after = new Steps(steps);
				BitSet kinds = kinds(sign);
				for (int step : state.steps) {
					int takes = steps.takes(step);
					if (takes >= 0 && kinds.get(takes)) {
						after.add(steps.next(step), false, false);
					}
				}
				// It may begin anywhere.
				after.add(steps.start(), false, false);
				State next = state(after);
				@Nullable State[] known = state.after;
				@Nullable State[] more = Arrays.copyOf(known, Math.max(known.length, sign + 1));
				this.places += more.length - known.length;
				more[sign] = next;
				state.after = more;
				return next;
			}
			finally {
				Automaton.this.lock.unlock();
			}
		}

		private State state(Steps steps) {
			State known = steps.found ? null : this.bySteps.get(steps.waiting);
			if (known != null) {
				return known;
			}
			State made = new State(steps, false);
			this.places += made.steps.length + steps.waiting.size() / Integer.SIZE + 1;
			if (!steps.found) {
				this.bySteps.put(steps.waiting, made);
			}
			return made;
		}

	}

	/** Collects steps that are reached without a character. */
	private static final class Steps {

		private final Program program;

		private final BitSet seen;

		private final BitSet waiting = new BitSet();

		private boolean found;

		Steps(Program program) {
			this.program = program;
			this.seen = new BitSet(program.size());
		}

		void add(int from, boolean atStart, boolean atEnd) {
			int[] stack = new int[16];
			int depth = 0;
			stack[depth++] = from;
			while (depth > 0) {
				int step = stack[--depth];
				if (this.seen.get(step)) {
					continue;
				}
				this.seen.set(step);
				if (depth + 2 > stack.length) {
					stack = Arrays.copyOf(stack, stack.length * 2);
				}
				switch (this.program.takes(step)) {
					case Program.FOUND -> this.found = true;
					case Program.FORK -> {
						stack[depth++] = this.program.other(step);
						stack[depth++] = this.program.next(step);
					}
					case Program.AT_START -> {
						if (atStart) {
							stack[depth++] = this.program.next(step);
						}
					}
					case Program.AT_END -> {
						this.waiting.set(step);
						if (atEnd) {
							stack[depth++] = this.program.next(step);
						}
					}
					default -> this.waiting.set(step);
				}
			}
		}

		/** Whether the expression is found if the text ends here. */
		boolean foundAtEnd(boolean atStart) {
			Steps end = new Steps(this.program);
			for (int step = this.waiting.nextSetBit(0); step >= 0; step = this.waiting.nextSetBit(step + 1)) {
				if (this.program.takes(step) == Program.AT_END) {
					end.add(this.program.next(step), atStart, true);
				}
			}
			return end.found;
		}

	}

}
