package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.checker.CelStandardDeclarations.StandardFunction;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.OpaqueType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelStandardFunctions;

/** The part of CEL that conditions are written in, and what Parley adds to it. */
final class Language {

	/** More turns than this in one evaluation make the rule fail. */
	private static final int MOST_TURNS = 10_000;

	private static final CelOptions OPTIONS = CelOptions.current()
		.populateMacroCalls(true)
		.enableHeterogeneousNumericComparisons(true)
		.comprehensionMaxIterations(MOST_TURNS)
		.maxExpressionCodePointSize(10_000)
		.build();

	private static final OpaqueType BODY = OpaqueType.create("body");

	private static final OpaqueType SAID = OpaqueType.create("said");

	private static final OpaqueType LINKS = OpaqueType.create("links");

	private static final OpaqueType AUTHOR = OpaqueType.create("author");

	/**
	 * No clock, no time zones, nothing dynamic: what a condition gives depends on the
	 * comment alone.
	 */
	private static final List<StandardFunction> STANDARD = List.of(StandardFunction.LOGICAL_NOT,
			StandardFunction.LOGICAL_AND, StandardFunction.LOGICAL_OR, StandardFunction.NOT_STRICTLY_FALSE,
			StandardFunction.CONDITIONAL, StandardFunction.EQUALS, StandardFunction.NOT_EQUALS, StandardFunction.LESS,
			StandardFunction.LESS_EQUALS, StandardFunction.GREATER, StandardFunction.GREATER_EQUALS,
			StandardFunction.ADD, StandardFunction.SUBTRACT, StandardFunction.MULTIPLY, StandardFunction.DIVIDE,
			StandardFunction.MODULO, StandardFunction.NEGATE, StandardFunction.IN, StandardFunction.INDEX,
			StandardFunction.SIZE, StandardFunction.CONTAINS, StandardFunction.STARTS_WITH, StandardFunction.ENDS_WITH,
			StandardFunction.INT, StandardFunction.DOUBLE, StandardFunction.STRING, StandardFunction.DURATION);

	private static final List<CelStandardMacro> MACROS = List.of(CelStandardMacro.EXISTS, CelStandardMacro.EXISTS_ONE,
			CelStandardMacro.ALL, CelStandardMacro.FILTER, CelStandardMacro.MAP);

	/** The functions of values. */
	static final Set<String> FUNCTIONS = functionNames();

	private Language() {
	}

	static CelCompiler compiler() {
		CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
			.setOptions(OPTIONS)
			.setStandardEnvironmentEnabled(false)
			.setStandardDeclarations(CelStandardDeclarations.newBuilder().includeFunctions(STANDARD).build())
			.setStandardMacros(MACROS)
			.addVar("body", BODY)
			.addVar("said", SAID)
			.addVar("links", LINKS)
			.addVar("author", AUTHOR)
			.addFunctionDeclarations(
					function("has", member("body_has", SimpleType.BOOL, BODY),
							member("said_has", SimpleType.BOOL, SAID), member("links_has", SimpleType.BOOL, LINKS)),
					function("count", member("body_count", SimpleType.INT, BODY)),
					function("disguised", member("body_disguised", SimpleType.BOOL, BODY)),
					function("phrase", phrase("body_phrase", BODY),
							phrase("body_phrase_against", BODY, SimpleType.STRING), phrase("said_phrase", SAID),
							phrase("said_phrase_against", SAID, SimpleType.STRING)),
					function("matches", member("body_matches", SimpleType.BOOL, BODY),
							member("text_matches", SimpleType.BOOL, SimpleType.STRING)),
					function("rate", member("author_rate", SimpleType.INT, AUTHOR)),
					function("repeats", member("author_repeats", SimpleType.INT, AUTHOR)),
					function("links", member("author_links", SimpleType.INT, AUTHOR)),
					function("threads", member("author_threads", SimpleType.INT, AUTHOR)))
			.setResultType(SimpleType.BOOL);
		for (Variable variable : Variable.values()) {
			builder.addVar(variable.cel(), variable.type());
		}
		return builder.build();
	}

	/**
	 * What evaluates conditions.
	 * @param patterns every pattern in them, compiled
	 */
	@SuppressWarnings("Immutable") // The map is filled before the first evaluation and
									// not changed after it.
	static CelRuntime runtime(Map<String, Expression> patterns) {
		return CelRuntimeFactory.plannerRuntimeBuilder()
			.setOptions(OPTIONS)
			.setStandardFunctions(CelStandardFunctions.newBuilder()
				// The checker lets only the chosen ones through; this one is bound below.
				.excludeFunctions(CelStandardFunctions.StandardFunction.MATCHES)
				.build())
			.addFunctionBindings(CelFunctionBinding.fromOverloads("has",
					CelFunctionBinding.from("body_has", Subject.Body.class, String.class, Subject.Body::has),
					CelFunctionBinding.from("said_has", Subject.Said.class, String.class, Subject.Said::has),
					CelFunctionBinding.from("links_has", Subject.Links.class, String.class, Subject.Links::has)))
			.addFunctionBindings(CelFunctionBinding.fromOverloads("count",
					CelFunctionBinding.from("body_count", Subject.Body.class, String.class, Subject.Body::count)))
			.addFunctionBindings(CelFunctionBinding.fromOverloads("disguised",
					CelFunctionBinding.from("body_disguised", Subject.Body.class, String.class,
							Subject.Body::disguised)))
			.addFunctionBindings(
					CelFunctionBinding.fromOverloads("phrase", phrase("body_phrase", Subject.Body.class, false),
							phrase("body_phrase_against", Subject.Body.class, true),
							phrase("said_phrase", Subject.Said.class, false),
							phrase("said_phrase_against", Subject.Said.class, true)))
			.addFunctionBindings(CelFunctionBinding.fromOverloads("matches",
					CelFunctionBinding.from("body_matches", Subject.Body.class, String.class,
							(body, pattern) -> body.matches(compiled(patterns, pattern))),
					CelFunctionBinding.from("text_matches", String.class, String.class,
							(text, pattern) -> compiled(patterns, pattern).isIn(text))))
			.addFunctionBindings(windowed(SubjectFunction.AUTHOR_RATE))
			.addFunctionBindings(windowed(SubjectFunction.AUTHOR_REPEATS))
			.addFunctionBindings(windowed(SubjectFunction.AUTHOR_LINKS))
			.addFunctionBindings(windowed(SubjectFunction.AUTHOR_THREADS))
			.build();
	}

	private static Set<CelFunctionBinding> windowed(SubjectFunction function) {
		return Set.copyOf(CelFunctionBinding.fromOverloads(function.function(),
				CelFunctionBinding.from("author_" + function.function(), Subject.Author.class, String.class,
						(author, window) -> author.over(window, function))));
	}

	private static Expression compiled(Map<String, Expression> patterns, String pattern) {
		Expression compiled = patterns.get(pattern);
		if (compiled == null) {
			throw new IllegalStateException("The pattern was not compiled with the policy: " + pattern);
		}
		return compiled;
	}

	private static CelFunctionDecl function(String name, CelOverloadDecl... overloads) {
		return CelFunctionDecl.newFunctionDeclaration(name, overloads);
	}

	private static CelOverloadDecl member(String id, CelType result, CelType receiver) {
		return CelOverloadDecl.newMemberOverload(id, result, receiver, SimpleType.STRING);
	}

	private static CelOverloadDecl phrase(String id, CelType receiver, CelType... against) {
		List<CelType> parameters = new ArrayList<>(
				List.of(receiver, ListType.create(SimpleType.STRING), SimpleType.INT));
		parameters.addAll(List.of(against));
		return CelOverloadDecl.newMemberOverload(id, SimpleType.BOOL, parameters);
	}

	private static CelFunctionBinding phrase(String id, Class<? extends Subject.Searched> subject, boolean against) {
		List<Class<?>> types = new ArrayList<>(List.of(subject, List.class, Long.class));
		if (against) {
			types.add(String.class);
		}
		return CelFunctionBinding.from(id, types, given -> ((Subject.Searched) given[0]).phrase((List<?>) given[1],
				(Long) given[2], against ? (String) given[3] : ""));
	}

	private static Set<String> functionNames() {
		Set<String> names = new TreeSet<>(Set.of("matches"));
		STANDARD.stream().map(function -> function.functionDecl().name()).forEach(names::add);
		MACROS.stream().map(CelStandardMacro::getFunction).forEach(names::add);
		return Set.copyOf(names);
	}

	/** Functions that a condition calls by a name, not by an operator. */
	static List<String> callable(String... more) {
		return Stream.concat(FUNCTIONS.stream().filter(name -> Character.isLetter(name.charAt(0))), Stream.of(more))
			.sorted()
			.toList();
	}

}
