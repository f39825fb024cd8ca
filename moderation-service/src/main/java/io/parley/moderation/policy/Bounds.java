package io.parley.moderation.policy;

import java.util.List;
import java.util.Map;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Decides conditions that are the same for every comment, by the values that variables
 * can have.
 */
final class Bounds {

	private static final Map<String, String> MIRRORED = Map.of("_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_",
			"_<=_", "_==_", "_==_", "_!=_", "_!=_");

	private Bounds() {
	}

	/** What the expression always gives, or null if that depends on the comment. */
	static @Nullable Boolean decide(CelExpr expr) {
		if (expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.BOOLEAN_VALUE) {
			return expr.constant().booleanValue();
		}
		if (expr.getKind() != Kind.CALL) {
			return null;
		}
		List<CelExpr> args = expr.call().args();
		return switch (expr.call().function()) {
			case "!_" -> not(decide(args.getFirst()));
			case Syntax.AND -> both(decide(args.get(0)), decide(args.get(1)));
			case Syntax.OR -> not(both(not(decide(args.get(0))), not(decide(args.get(1)))));
			default -> compare(expr);
		};
	}

	/**
	 * What a comparison asks for, if that costs less to know than the comparison; or
	 * null.
	 */
	static @Nullable Needs compared(CelExpr expr) {
		Comparison comparison = Comparison.of(expr);
		if (comparison == null) {
			return null;
		}
		Variable variable = Variable.named(comparison.subject());
		if (variable != null) {
			return variable.isCheapNumber() ? new Needs.Compared(new Needs.Measured(variable), comparison) : null;
		}
		SubjectFunction function = SubjectFunction.of("author", comparison.subject());
		String window = (function != null && function.isWindowed()) ? window(expr) : null;
		return (function != null && window != null)
				? new Needs.Compared(new Needs.Windowed(function, window), comparison) : null;
	}

	/** The literal window of the side that is a call. */
	private static @Nullable String window(CelExpr comparison) {
		for (CelExpr side : comparison.call().args()) {
			if (side.getKind() == Kind.CALL && side.call().args().size() == 1) {
				String window = Syntax.text(side.call().args().getFirst());
				return (window != null && Durations.parse(window) != null) ? window : null;
			}
		}
		return null;
	}

	private static @Nullable Boolean compare(CelExpr expr) {
		Comparison comparison = Comparison.of(expr);
		if (comparison == null) {
			return null;
		}
		Variable variable = Variable.named(comparison.subject());
		if (variable != null) {
			return comparison.decide(variable.least(), variable.most());
		}
		SubjectFunction function = SubjectFunction.of("author", comparison.subject());
		return (function != null) ? comparison.decide(function.least(), function.most()) : null;
	}

	private static @Nullable Boolean not(@Nullable Boolean value) {
		return (value != null) ? !value : null;
	}

	private static @Nullable Boolean both(@Nullable Boolean left, @Nullable Boolean right) {
		if (Boolean.FALSE.equals(left) || Boolean.FALSE.equals(right)) {
			return false;
		}
		return (left != null && right != null) ? true : null;
	}

	/** A variable, or a function of the author, compared with a literal number. */
	record Comparison(String subject, String operator, double number) {

		static @Nullable Comparison of(CelExpr expr) {
			if (expr.getKind() != Kind.CALL || expr.call().args().size() != 2) {
				return null;
			}
			String operator = expr.call().function();
			String mirrored = MIRRORED.get(operator);
			CelExpr left = expr.call().args().get(0);
			CelExpr right = expr.call().args().get(1);
			String subject = subject(left);
			if (mirrored != null && subject != null && !Double.isNaN(Syntax.number(right))) {
				return new Comparison(subject, operator, Syntax.number(right));
			}
			subject = subject(right);
			if (mirrored != null && subject != null && !Double.isNaN(Syntax.number(left))) {
				return new Comparison(subject, mirrored, Syntax.number(left));
			}
			return null;
		}

		private static @Nullable String subject(CelExpr expr) {
			Variable variable = Syntax.variable(expr);
			if (variable != null) {
				return variable.cel();
			}
			String function = (expr.getKind() == Kind.CALL) ? expr.call().function() : "";
			return (SubjectFunction.of("author", function) != null && Syntax.isCall(expr, "author", function))
					? function : null;
		}

		/** The result for all values between the two, or null if it depends. */
		@Nullable Boolean decide(double least, double most) {
			return switch (this.operator) {
				case "_>_" -> decide(least > this.number, most <= this.number);
				case "_>=_" -> decide(least >= this.number, most < this.number);
				case "_<_" -> decide(most < this.number, least >= this.number);
				case "_<=_" -> decide(most <= this.number, least > this.number);
				case "_==_" ->
					decide(least == this.number && most == this.number, this.number < least || this.number > most);
				default ->
					decide(this.number < least || this.number > most, least == this.number && most == this.number);
			};
		}

		private static @Nullable Boolean decide(boolean always, boolean never) {
			if (always) {
				return true;
			}
			return never ? false : null;
		}

	}

}
