package io.parley.moderation.policy;

import java.util.List;

/**
 * What a comment must have for a condition to be able to hold. It is cheaper to ask than
 * the condition, and never says no to a comment for which the condition would hold or
 * fail.
 */
sealed interface Needs {

	/** Any comment will do. */
	Needs NOTHING = new All(List.of());

	boolean mayHold(Reading reading);

	static Needs all(List<Needs> parts) {
		List<Needs> real = parts.stream().filter(part -> !part.equals(NOTHING)).toList();
		return (real.size() == 1) ? real.getFirst() : new All(real);
	}

	static Needs any(List<Needs> parts) {
		return parts.contains(NOTHING) ? NOTHING : new Any(parts);
	}

	/** A term of a list in the body. */
	record Term(String list) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			return reading.hasTermOf(this.list);
		}

	}

	/** A link to a domain of a list. */
	record ListedLink(String list) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			return reading.hasLinkIn(this.list);
		}

	}

	static Needs words(RequiredWords words) {
		return words.isEmpty() ? NOTHING : new Words(words);
	}

	/** The words that a regular expression cannot do without. */
	record Words(RequiredWords words) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			return reading.mayHave(this.words);
		}

	}

	/** A number that compares with another as the condition asks. */
	record Compared(Quantity quantity, Bounds.Comparison comparison) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			try {
				double number = reading.number(this.quantity);
				return !Boolean.FALSE.equals(this.comparison.decide(number, number));
			}
			catch (RuntimeException unknown) {
				// The condition will say why.
				return true;
			}
		}

	}

	/** A sum of points that reaches a number. */
	record Reached(Points points, double least) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			return this.points.most(reading) >= this.least;
		}

	}

	/** A variable that is true. */
	record Truth(Variable variable) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			try {
				return reading.isTrue(this.variable);
			}
			catch (RuntimeException unknown) {
				return true;
			}
		}

	}

	/** A number of a comment that costs little to know. */
	sealed interface Quantity {

	}

	/** One that is a variable. */
	record Measured(Variable variable) implements Quantity {

	}

	/** One of the author in a window of time. */
	record Windowed(SubjectFunction function, String window) implements Quantity {

	}

	/** Each of the parts. */
	record All(List<Needs> parts) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			for (Needs part : this.parts) {
				if (!part.mayHold(reading)) {
					return false;
				}
			}
			return true;
		}

	}

	/** At least one of the parts. */
	record Any(List<Needs> parts) implements Needs {

		@Override
		public boolean mayHold(Reading reading) {
			for (Needs part : this.parts) {
				if (part.mayHold(reading)) {
					return true;
				}
			}
			return false;
		}

	}

}
