package io.parley.moderation.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import io.parley.moderation.text.Matching;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Turns the conditions of one policy into programs, and reports what is wrong with them.
 */
final class ConditionCompiler {

	private final CelCompiler compiler = Language.compiler();

	private final Map<String, Expression> patterns = new ConcurrentHashMap<>();

	private final CelRuntime runtime = Language.runtime(this.patterns);

	private final Set<String> usedLists = new HashSet<>();

	private boolean readAll = true;

	private final Map<String, Matching> lists;

	private final SourceText source;

	private final Problems problems;

	ConditionCompiler(Map<String, Matching> lists, SourceText source, Problems problems) {
		this.lists = lists;
		this.source = source;
		this.problems = problems;
	}

	/** The lists that any condition named so far. */
	Set<String> usedLists() {
		return this.usedLists;
	}

	/** Whether the syntax of all conditions so far was right. */
	boolean readAll() {
		return this.readAll;
	}

	/** The condition, or null after a problem. */
	@Nullable Condition compile(ScalarNode scalar) {
		String text = scalar.getValue();
		ScalarPlaces places = new ScalarPlaces(scalar, this.source);
		ConditionCheck.Report report = (index, message, suggestion) -> this.problems.add(this.source, places.of(index),
				message, suggestion);
		try {
			return compile(text, report);
		}
		catch (CelValidationException | CelEvaluationException invalid) {
			report.problem(0, "cannot be compiled: " + invalid.getMessage(), null);
			return null;
		}
	}

	private @Nullable Condition compile(String text, ConditionCheck.Report report)
			throws CelValidationException, CelEvaluationException {
		int before = this.problems.count();
		CelValidationResult parsed = this.compiler.parse(text);
		if (parsed.hasError()) {
			// Further syntax errors mostly follow from the first one.
			CelIssue issue = parsed.getErrors().getFirst();
			int index = index(text, issue);
			String soFar = text.substring(0, text.offsetByCodePoints(0, index));
			report.problem(index, CelMessages.syntax(issue.getMessage()),
					CelMessages.syntaxSuggestion(issue.getMessage(), soFar));
			this.readAll = false;
			return null;
		}
		CelAbstractSyntaxTree ast = parsed.getAst();
		ConditionCheck check = new ConditionCheck(ast, text, this.lists, this.patterns, report);
		check.run();
		this.usedLists.addAll(check.usedLists());
		CelValidationResult checked = this.compiler.check(ast);
		reportTypes(checked.getErrors(), text, report);
		if (this.problems.count() > before) {
			return null;
		}
		CelRuntime.Program program = this.runtime.createProgram(checked.getAst());
		Boolean constant = check.reads() ? Bounds.decide(ast.getExpr()) : (Boolean) program.eval();
		if (constant != null) {
			report.problem(0, "the condition is always " + constant, null);
			return null;
		}
		return new Condition(program, Syntax.canonical(ast), Syntax.conjuncts(ast), Syntax.needs(ast.getExpr()),
				check.classified(), AskedOfOthers.of(ast.getExpr()));
	}

	private static void reportTypes(List<CelIssue> issues, String text, ConditionCheck.Report report) {
		for (CelIssue issue : issues) {
			String message = issue.getMessage();
			if (!CelMessages.isTold(message)) {
				report.problem(index(text, issue), CelMessages.check(message), CelMessages.checkSuggestion(message));
			}
		}
	}

	/** The code point that an issue is about. */
	private static int index(String text, CelIssue issue) {
		int line = 1;
		int index = 0;
		int[] codePoints = text.codePoints().toArray();
		while (line < issue.getSourceLocation().getLine() && index < codePoints.length) {
			if (codePoints[index] == '\n') {
				line++;
			}
			index++;
		}
		return Math.min(codePoints.length, index + issue.getSourceLocation().getColumn());
	}

}
