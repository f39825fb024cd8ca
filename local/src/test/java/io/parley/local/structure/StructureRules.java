package io.parley.local.structure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The package rules, for any root package, so that each can be shown to fail. A rule
 * about packages that hold no class fails as well.
 *
 * @param root package under which {@code contract}, {@code comments} and
 * {@code moderation} lie
 */
record StructureRules(String root) {

	/** The packages of the moderation service that decide, and must do so anywhere. */
	static final List<String> PURE = List.of("text", "contact", "classifier", "policy", "decision", "author",
			"campaign", "signal", "tally", "learning");

	ArchRule pureWithoutFrameworks(String name) {
		return noClasses().that()
			.resideInAPackage(moderation(name))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "org.apache.kafka..")
			.because(name + " is pure: the same code judges offline, in tests and in the topology");
	}

	ArchRule textKnowsOnlyItself() {
		return neverUses("text", "contact", "classifier", "policy", "decision", "author", "topology", "review");
	}

	ArchRule contactKnowsTextAlone() {
		return neverUses("contact", "classifier", "policy", "decision", "author", "topology", "review");
	}

	ArchRule classifierKnowsTextAlone() {
		return neverUses("classifier", "contact", "policy", "decision", "author", "topology", "review");
	}

	ArchRule policyKnowsNoDecision() {
		return neverUses("policy", "decision", "author", "topology", "review");
	}

	ArchRule authorKnowsNoDecision() {
		return neverUses("author", "decision", "topology", "review");
	}

	ArchRule decisionKnowsNoTopology() {
		return neverUses("decision", "topology", "review");
	}

	ArchRule campaignKnowsNoDecision() {
		return neverUses("campaign", "decision", "author", "topology", "review");
	}

	private ArchRule neverUses(String name, String... others) {
		return noClasses().that()
			.resideInAPackage(moderation(name))
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage(Arrays.stream(others).map(this::moderation).toArray(String[]::new));
	}

	private String moderation(String name) {
		return this.root + ".moderation." + name + "..";
	}

	ArchRule noCycles() {
		return slices().matching(this.root + ".(**)").should().beFreeOfCycles();
	}

	ArchRule commentsWithoutModeration() {
		return servicesApart("comments", "moderation");
	}

	ArchRule moderationWithoutComments() {
		return servicesApart("moderation", "comments");
	}

	private ArchRule servicesApart(String one, String other) {
		return noClasses().that()
			.resideInAPackage(this.root + "." + one + "..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(this.root + "." + other + "..")
			.because("the services share the contract and nothing else");
	}

	ArchRule contractWithoutSpring() {
		return noClasses().that()
			.resideInAPackage(this.root + ".contract..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("org.springframework..");
	}

	ArchRule namesThatSaySomething() {
		String[] empty = { "Util", "Utils", "Helper", "Manager", "Impl", "DTO", "Dto" };
		return noClasses().that()
			.resideInAPackage(this.root + "..")
			.should()
			.haveNameMatching(".*(" + String.join("|", empty) + ")");
	}

	ArchRule nullMarked() {
		return classes().that()
			.resideInAPackage(this.root + "..")
			.should(new ArchCondition<>("be in a null-marked package") {
				@Override
				public void check(JavaClass type, ConditionEvents events) {
					if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
						events.add(SimpleConditionEvent.violated(type, type.getPackageName() + " is not @NullMarked"));
					}
				}
			});
	}

	Stream<ArchRule> all() {
		return Stream.concat(PURE.stream().map(this::pureWithoutFrameworks),
				Stream.of(textKnowsOnlyItself(), contactKnowsTextAlone(), classifierKnowsTextAlone(),
						policyKnowsNoDecision(), authorKnowsNoDecision(), decisionKnowsNoTopology(),
						campaignKnowsNoDecision(), noCycles(), commentsWithoutModeration(), moderationWithoutComments(),
						contractWithoutSpring(), namesThatSaySomething(), nullMarked()));
	}

}
