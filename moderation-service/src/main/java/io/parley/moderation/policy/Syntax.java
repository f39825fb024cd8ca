package io.parley.moderation.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.cel.parser.CelUnparserFactory;
import org.jspecify.annotations.Nullable;

/** Looks at the syntax tree of a condition. */
final class Syntax {

	static final String AND = "_&&_";

	static final String OR = "_||_";

	private Syntax() {
	}

	/** The name that a chain of fields spells, such as {@code links.count}, or null. */
	static @Nullable String name(CelExpr expr) {
		if (expr.getKind() == Kind.IDENT) {
			String name = expr.ident().name();
			return name.startsWith(".") ? name.substring(1) : name;
		}
		if (expr.getKind() == Kind.SELECT && !expr.select().testOnly()) {
			String operand = name(expr.select().operand());
			return (operand != null) ? operand + "." + expr.select().field() : null;
		}
		return null;
	}

	static @Nullable Variable variable(CelExpr expr) {
		String name = name(expr);
		return (name != null) ? Variable.named(name) : null;
	}

	/** The literal text, or null if the expression is none. */
	static @Nullable String text(CelExpr expr) {
		return (expr.getKind() == Kind.CONSTANT && expr.constant().getKind() == CelConstant.Kind.STRING_VALUE)
				? expr.constant().stringValue() : null;
	}

	/** The literal texts of a literal list; none if the expression is anything else. */
	static List<String> texts(CelExpr expr) {
		if (expr.getKind() != Kind.LIST) {
			return List.of();
		}
		List<String> texts = expr.list().elements().stream().map(Syntax::text).filter(Objects::nonNull).toList();
		return (texts.size() == expr.list().elements().size()) ? texts : List.of();
	}

	/** The literal number, or NaN. */
	static double number(CelExpr expr) {
		if (expr.getKind() != Kind.CONSTANT) {
			return Double.NaN;
		}
		return switch (expr.constant().getKind()) {
			case INT64_VALUE -> expr.constant().int64Value();
			case UINT64_VALUE -> expr.constant().uint64Value().doubleValue();
			case DOUBLE_VALUE -> expr.constant().doubleValue();
			default -> Double.NaN;
		};
	}

	static boolean isCall(CelExpr expr, String function) {
		return expr.getKind() == Kind.CALL && expr.call().function().equals(function);
	}

	/**
	 * Whether the expression calls the function of a subject, such as {@code body.has}.
	 */
	static boolean isCall(CelExpr expr, String subject, String function) {
		return isCall(expr, function) && expr.call().target().map(target -> subject.equals(name(target))).orElse(false);
	}

	/** The expressions directly below. */
	static Stream<CelExpr> children(CelExpr expr) {
		return switch (expr.getKind()) {
			case SELECT -> Stream.of(expr.select().operand());
			case CALL -> Stream.concat(expr.call().target().stream(), expr.call().args().stream());
			case LIST -> expr.list().elements().stream();
			case STRUCT -> expr.struct().entries().stream().map(CelExpr.CelStruct.Entry::value);
			case MAP -> expr.map().entries().stream().flatMap(entry -> Stream.of(entry.key(), entry.value()));
			case COMPREHENSION -> Stream.of(expr.comprehension().iterRange(), expr.comprehension().accuInit(),
					expr.comprehension().loopCondition(), expr.comprehension().loopStep(),
					expr.comprehension().result());
			case CONSTANT, IDENT, NOT_SET -> Stream.of();
		};
	}

	/** The parts of which all must hold, each in its canonical form. */
	static Set<String> conjuncts(CelAbstractSyntaxTree ast) {
		Set<String> conjuncts = new HashSet<>();
		collectConjuncts(ast, ast.getExpr(), conjuncts);
		return Set.copyOf(conjuncts);
	}

	static String canonical(CelAbstractSyntaxTree ast) {
		return CelUnparserFactory.newUnparser().unparse(ast);
	}

	/** What a comment must have for the expression to be able to be true. */
	static Needs needs(CelExpr expr) {
		if (isCall(expr, AND)) {
			return Needs.all(partsNeeds(expr));
		}
		if (isCall(expr, OR)) {
			return Needs.any(partsNeeds(expr));
		}
		if (isCall(expr, "body", "has") || isCall(expr, "said", "has") || isCall(expr, "body", "disguised")) {
			String list = text(expr.call().args().getFirst());
			return (list != null) ? new Needs.Term(list) : Needs.NOTHING;
		}
		if (isCall(expr, "body", "phrase") || isCall(expr, "said", "phrase")) {
			return Needs.all(texts(expr.call().args().getFirst()).stream().<Needs>map(Needs.Term::new).toList());
		}
		if (isCall(expr, "links", "has")) {
			String list = text(expr.call().args().getFirst());
			return (list != null) ? new Needs.ListedLink(list) : Needs.NOTHING;
		}
		if (isCall(expr, "body", "matches")) {
			String pattern = text(expr.call().args().getFirst());
			return (pattern != null) ? Needs.words(RequiredWords.of(pattern)) : Needs.NOTHING;
		}
		if (isCall(expr, "_>=_") || isCall(expr, "_>_")) {
			CelExpr counted = expr.call().args().get(0);
			String list = isCall(counted, "body", "count") ? text(counted.call().args().getFirst()) : null;
			double number = number(expr.call().args().get(1));
			if (list != null && (isCall(expr, "_>_") ? number >= 0 : number > 0)) {
				return new Needs.Term(list);
			}
		}
		Variable variable = variable(expr);
		if (variable != null && variable.isTruth()) {
			return new Needs.Truth(variable);
		}
		Needs reached = Points.reached(expr);
		if (reached != null) {
			return reached;
		}
		Needs compared = Bounds.compared(expr);
		return (compared != null) ? compared : Needs.NOTHING;
	}

	private static List<Needs> partsNeeds(CelExpr expr) {
		return expr.call().args().stream().map(Syntax::needs).toList();
	}

	private static void collectConjuncts(CelAbstractSyntaxTree ast, CelExpr expr, Set<String> conjuncts) {
		if (isCall(expr, AND)) {
			expr.call().args().forEach(part -> collectConjuncts(ast, part, conjuncts));
		}
		else {
			conjuncts.add(canonical(CelAbstractSyntaxTree.newParsedAst(expr, ast.getSource())));
		}
	}

}
