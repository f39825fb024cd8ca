package io.parley.moderation.policy;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.google.re2j.PatternSyntaxException;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.parley.moderation.text.Matching;
import org.jspecify.annotations.Nullable;

/**
 * Checks the names and literals of a parsed condition: what CEL's own check does not
 * know, or says less well.
 */
final class ConditionCheck {

	/** More lists or words make no phrase. */
	private static final int MOST_PARTS = 6;

	private static final int MOST_WORDS = 20;

	private final CelAbstractSyntaxTree ast;

	private final int[] text;

	private final Map<String, Matching> lists;

	private final Map<String, Expression> patterns;

	private final Report report;

	private final Set<String> usedLists = new HashSet<>();

	private boolean reads;

	private boolean classified;

	/**
	 * Prepares a check.
	 * @param lists how the terms of each declared list are looked for
	 * @param patterns receives the compiled patterns
	 */
	ConditionCheck(CelAbstractSyntaxTree ast, String text, Map<String, Matching> lists,
			Map<String, Expression> patterns, Report report) {
		this.ast = ast;
		this.text = text.codePoints().toArray();
		this.lists = lists;
		this.patterns = patterns;
		this.report = report;
	}

	void run() {
		visit(this.ast.getExpr(), Set.of());
	}

	Set<String> usedLists() {
		return this.usedLists;
	}

	/** Whether the condition reads anything of the comment. */
	boolean reads() {
		return this.reads;
	}

	/** Whether the condition reads what a classifier tells. */
	boolean classified() {
		return this.classified;
	}

	private void visit(CelExpr expr, Set<String> bound) {
		String name = Syntax.name(expr);
		if (name != null) {
			checkName(expr, name, bound);
			return;
		}
		if (expr.getKind() == Kind.CALL) {
			visitCall(expr, bound);
			return;
		}
		Set<String> inner = bound;
		if (expr.getKind() == Kind.COMPREHENSION) {
			inner = new HashSet<>(bound);
			inner.addAll(List.of(expr.comprehension().iterVar(), expr.comprehension().iterVar2(),
					expr.comprehension().accuVar()));
		}
		for (CelExpr child : Syntax.children(expr).toList()) {
			visit(child, inner);
		}
	}

	private void visitCall(CelExpr expr, Set<String> bound) {
		String function = expr.call().function();
		String subject = expr.call().target().map(Syntax::name).orElse(null);
		List<CelExpr> args = expr.call().args();
		if (subject != null && !bound.contains(subject) && Variable.SUBJECTS.contains(subject)) {
			this.reads = true;
			visitSubjectCall(expr, subject, function, args);
			return;
		}
		if (!Language.FUNCTIONS.contains(function)) {
			boolean elsewhere = SubjectFunction.isName(function);
			this.report.problem(nameBefore(expr, function), "unknown function \"" + function + "\"",
					elsewhere ? "it is a function of body, said, links or author"
							: Spelling.suggest(function, Language.callable()));
		}
		else if ("matches".equals(function) && expr.call().target().isPresent() && args.size() == 1) {
			checkPattern(args.getFirst());
		}
		else if ("duration".equals(function) && args.size() == 1) {
			checkDuration(args.getFirst());
		}
		for (CelExpr child : Syntax.children(expr).toList()) {
			visit(child, bound);
		}
	}

	private void visitSubjectCall(CelExpr expr, String subject, String function, List<CelExpr> args) {
		Set<String> known = SubjectFunction.namesOf(subject);
		if (!known.contains(function)) {
			this.report.problem(nameBefore(expr, function), "unknown function \"" + subject + "." + function + "\"",
					Spelling.suggest(function, known));
			return;
		}
		if ("phrase".equals(function)) {
			checkPhrase(expr, subject, args);
			return;
		}
		if (args.size() != 1) {
			this.report.problem(nameBefore(expr, function), subject + "." + function + " takes one text in quotes",
					null);
			return;
		}
		switch (function) {
			case "has", "count", "disguised" -> checkList(args.getFirst(), subject);
			case "matches" -> checkPattern(args.getFirst());
			default -> checkWindow(args.getFirst());
		}
	}

	private void checkName(CelExpr expr, String name, Set<String> bound) {
		int dot = name.indexOf('.');
		String first = (dot < 0) ? name : name.substring(0, dot);
		if (bound.contains(first) || first.startsWith("@")) {
			return;
		}
		this.reads = true;
		Variable variable = Variable.named(name);
		if (variable != null) {
			this.classified |= variable.head() != null;
			return;
		}
		List<String> names = Arrays.stream(Variable.values()).map(Variable::cel).toList();
		if (Variable.SUBJECTS.contains(name)) {
			this.report.problem(place(expr), "\"" + name + "\" is no value by itself", "name one of its fields");
		}
		else if (Variable.SUBJECTS.contains(first)) {
			this.report.problem(place(expr) + 1, "unknown variable \"" + name + "\"", Spelling.suggest(name, names));
		}
		else {
			this.report.problem(place(root(expr)), "unknown variable \"" + name + "\"", Spelling.suggest(name, names));
		}
	}

	private void checkList(CelExpr arg, String subject) {
		String list = Syntax.text(arg);
		if (list == null) {
			this.report.problem(place(arg), "the list must be named in quotes", null);
			return;
		}
		this.usedLists.add(list);
		Matching matching = this.lists.get(list);
		if (matching == null) {
			this.report.problem(place(arg), "unknown list \"" + list + "\"",
					Spelling.suggest(list, this.lists.keySet()));
		}
		else if ((matching == Matching.DOMAIN) != "links".equals(subject)) {
			this.report.problem(place(arg),
					(matching == Matching.DOMAIN) ? "\"" + list + "\" is a list of domains, which a body cannot have"
							: "\"" + list + "\" is no list of domains",
					(matching == Matching.DOMAIN) ? "write links.has" : "write body.has, or match: domain at the list");
		}
	}

	private void checkPhrase(CelExpr expr, String subject, List<CelExpr> args) {
		if (args.size() < 2 || args.size() > 3 || args.getFirst().getKind() != Kind.LIST) {
			this.report.problem(nameBefore(expr, "phrase"), subject
					+ ".phrase takes lists in brackets, a number of words, and maybe a list that speaks against it",
					"write it like " + subject + ".phrase([\"peoples\", \"vermin\"], 4)");
			return;
		}
		List<CelExpr> lists = args.getFirst().list().elements();
		if (lists.isEmpty() || lists.size() > MOST_PARTS) {
			this.report.problem(place(args.getFirst()), "a phrase has 1 to " + MOST_PARTS + " lists", null);
		}
		lists.forEach(list -> checkList(list, subject));
		double words = Syntax.number(args.get(1));
		if (!(words >= 0 && words <= MOST_WORDS) || words != Math.rint(words)) {
			this.report.problem(place(args.get(1)),
					"the words between two terms must be a whole number from 0 to " + MOST_WORDS, null);
		}
		if (args.size() == 3) {
			checkList(args.get(2), subject);
		}
	}

	private void checkPattern(CelExpr arg) {
		String pattern = Syntax.text(arg);
		if (pattern == null) {
			this.report.problem(place(arg), "the pattern must be a text in quotes", null);
			return;
		}
		try {
			Expression compiled = Expression.compile(pattern);
			if (compiled.pattern().matcher("").matches()) {
				this.report.problem(place(arg), "the pattern matches the empty text and so any comment", null);
			}
			this.patterns.put(pattern, compiled);
		}
		catch (PatternSyntaxException invalid) {
			boolean backtracking = pattern.contains("(?=") || pattern.contains("(?!") || pattern.contains("(?<=")
					|| pattern.contains("(?<!");
			this.report.problem(place(arg), "not a pattern of RE2: " + invalid.getMessage(),
					backtracking ? "RE2 has no look-around: use a second condition" : null);
		}
	}

	private void checkWindow(CelExpr arg) {
		String window = Syntax.text(arg);
		Duration duration = (window != null) ? Durations.parse(window) : null;
		if (duration == null || duration.isZero() || duration.compareTo(AuthorSignals.LONGEST_WINDOW) > 0) {
			this.report.problem(place(arg),
					"the window must be a duration in quotes from \"1s\" to \"" + AuthorSignals.LONGEST_WINDOW.toHours()
							+ "h\"",
					(window != null && Durations.parse(window + "m") != null)
							? "give a unit, such as \"" + window + "m\"" : null);
		}
	}

	private void checkDuration(CelExpr arg) {
		String duration = Syntax.text(arg);
		if (duration == null) {
			this.report.problem(place(arg), "the duration must be a text in quotes", null);
			return;
		}
		Duration days = Durations.parse(duration);
		if (duration.contains("d") && days != null) {
			this.report.problem(place(arg), "CEL knows no days in durations", "write \"" + days.toHours() + "h\"");
		}
		else if (days == null) {
			this.report.problem(place(arg), "not a duration: \"" + duration + "\"",
					"write for example \"24h\" or \"90s\"");
		}
	}

	private int place(CelExpr expr) {
		Integer place = this.ast.getSource().getPositionsMap().get(expr.id());
		return (place != null) ? place : 0;
	}

	/** A call is placed at its parenthesis; this is where its name begins. */
	private int nameBefore(CelExpr expr, String name) {
		int at = place(expr);
		while (at > 0 && Character.isWhitespace(this.text[at - 1])) {
			at--;
		}
		return Math.max(0, at - name.codePointCount(0, name.length()));
	}

	private static CelExpr root(CelExpr expr) {
		return (expr.getKind() == Kind.SELECT) ? root(expr.select().operand()) : expr;
	}

	/** Takes problems with their place in the condition's text. */
	@FunctionalInterface
	interface Report {

		void problem(int index, String message, @Nullable String suggestion);

	}

}
