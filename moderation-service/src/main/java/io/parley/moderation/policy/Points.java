package io.parley.moderation.policy;

import java.util.List;
import java.util.Set;

import dev.cel.common.ast.CelExpr;
import org.jspecify.annotations.Nullable;

/**
 * Points that a comment gets by choices, such as
 * {@code (said.has("a") ? 2 : 0) + (said.has("b") ? 1 : 0)}: how many at most is told
 * without evaluating them.
 */
sealed interface Points {

	/** At most so many. */
	double most(Reading reading);

	/** At least so many, whatever the comment is. */
	double least();

	/** At most so many, whatever the comment is. */
	double greatest();

	/**
	 * What a comparison asks for whose left side is such a sum and whose right side is a
	 * number to be reached; or null.
	 */
	static @Nullable Needs reached(CelExpr expr) {
		if (!Syntax.isCall(expr, "_>=_") && !Syntax.isCall(expr, "_>_")) {
			return null;
		}
		double number = Syntax.number(expr.call().args().get(1));
		Points points = Double.isNaN(number) ? null : of(expr.call().args().get(0));
		// What is greater than a number reaches it.
		return (points != null) ? new Needs.Reached(points, number) : null;
	}

	private static @Nullable Points of(CelExpr expr) {
		double number = Syntax.number(expr);
		if (!Double.isNaN(number)) {
			return new Fixed(number);
		}
		if (Syntax.isCall(expr, "_+_") || Syntax.isCall(expr, "_-_")) {
			Points left = of(expr.call().args().get(0));
			Points right = of(expr.call().args().get(1));
			if (left == null || right == null) {
				return null;
			}
			return Syntax.isCall(expr, "_+_") ? new Sum(left, right) : new Difference(left, right);
		}
		if (Syntax.isCall(expr, "_?_:_") && cannotFail(expr.call().args().get(0))) {
			Points then = of(expr.call().args().get(1));
			Points otherwise = of(expr.call().args().get(2));
			return (then != null && otherwise != null)
					? new Choice(Syntax.needs(expr.call().args().get(0)), then, otherwise) : null;
		}
		return null;
	}

	/** Whether it asks for nothing but words and expressions in the text. */
	private static boolean cannotFail(CelExpr expr) {
		if (Syntax.isCall(expr, Syntax.AND) || Syntax.isCall(expr, Syntax.OR) || Syntax.isCall(expr, "!_")) {
			return expr.call().args().stream().allMatch(Points::cannotFail);
		}
		if (Set.of("_>=_", "_>_").stream().anyMatch(operator -> Syntax.isCall(expr, operator))) {
			List<CelExpr> sides = expr.call().args();
			return Syntax.isCall(sides.get(0), "body", "count") && !Double.isNaN(Syntax.number(sides.get(1)));
		}
		return List.of("has", "disguised", "phrase", "matches")
			.stream()
			.anyMatch(function -> Syntax.isCall(expr, "body", function) || Syntax.isCall(expr, "said", function));
	}

	/** A number. */
	record Fixed(double number) implements Points {

		@Override
		public double most(Reading reading) {
			return this.number;
		}

		@Override
		public double least() {
			return this.number;
		}

		@Override
		public double greatest() {
			return this.number;
		}

	}

	/** Some points if a condition holds, else others. */
	record Choice(Needs needs, Points then, Points otherwise) implements Points {

		@Override
		public double most(Reading reading) {
			double otherwise = this.otherwise.most(reading);
			double then = this.then.most(reading);
			return (then > otherwise && this.needs.mayHold(reading)) ? then : otherwise;
		}

		@Override
		public double least() {
			return Math.min(this.then.least(), this.otherwise.least());
		}

		@Override
		public double greatest() {
			return Math.max(this.then.greatest(), this.otherwise.greatest());
		}

	}

	/** Both together. */
	record Sum(Points left, Points right) implements Points {

		@Override
		public double most(Reading reading) {
			return this.left.most(reading) + this.right.most(reading);
		}

		@Override
		public double least() {
			return this.left.least() + this.right.least();
		}

		@Override
		public double greatest() {
			return this.left.greatest() + this.right.greatest();
		}

	}

	/** One less the other. */
	record Difference(Points left, Points right) implements Points {

		@Override
		public double most(Reading reading) {
			return this.left.most(reading) - this.right.least();
		}

		@Override
		public double least() {
			return this.left.least() - this.right.greatest();
		}

		@Override
		public double greatest() {
			return this.left.greatest() - this.right.least();
		}

	}

}
