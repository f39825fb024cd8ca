package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.cel.common.ast.CelExpr;
import org.jspecify.annotations.Nullable;

/**
 * What a condition asks about others. As long as all answers are the same, so is what the
 * condition gives for a comment, however much others did meanwhile. Immutable.
 *
 * @param compared numbers that are compared with literal ones, and nothing else
 * @param read what is read in another way: any change of it matters
 */
record AskedOfOthers(List<Bounds.Comparison> compared, Set<Variable> read) {

	AskedOfOthers {
		compared = List.copyOf(compared);
		read = Set.copyOf(read);
	}

	/** What the expression asks. */
	static AskedOfOthers of(CelExpr expr) {
		List<Bounds.Comparison> compared = new ArrayList<>();
		Set<Variable> read = EnumSet.noneOf(Variable.class);
		collect(expr, compared, read);
		return new AskedOfOthers(compared, read);
	}

	private static void collect(CelExpr expr, List<Bounds.Comparison> compared, Set<Variable> read) {
		Bounds.Comparison comparison = Bounds.Comparison.of(expr);
		if (comparison != null) {
			Variable variable = Variable.named(comparison.subject());
			if (variable != null && variable.late()) {
				compared.add(comparison);
			}
			return;
		}
		Variable variable = Syntax.variable(expr);
		if (variable == null) {
			Syntax.children(expr).forEach(child -> collect(child, compared, read));
		}
		else if (variable.late()) {
			read.add(variable);
		}
	}

	boolean isNothing() {
		return this.compared.isEmpty() && this.read.isEmpty();
	}

	/** Whether it asks how the thread goes. */
	boolean ofThread() {
		return variables().anyMatch(Variable::isOfThread);
	}

	/** Whether it asks for near-identical comments. */
	boolean ofCampaign() {
		return variables().anyMatch(Variable::isOfCampaign);
	}

	private Stream<Variable> variables() {
		return Stream.concat(this.read.stream(),
				this.compared.stream()
					.map(Bounds.Comparison::subject)
					.map(Variable::named)
					.flatMap(Stream::ofNullable));
	}

	/** Whether any answer differs. */
	boolean tellsApart(Surroundings one, Surroundings other) {
		for (Variable variable : this.read) {
			if (!one.value(variable).equals(other.value(variable))) {
				return true;
			}
		}
		for (Bounds.Comparison comparison : this.compared) {
			if (answer(comparison, one) != answer(comparison, other)) {
				return true;
			}
		}
		return false;
	}

	private static boolean answer(Bounds.Comparison comparison, Surroundings surroundings) {
		Variable variable = Variable.named(comparison.subject());
		double number = (variable != null && surroundings.value(variable) instanceof Number value) ? value.doubleValue()
				: Double.NaN;
		return Boolean.TRUE.equals(comparison.decide(number, number));
	}

}
