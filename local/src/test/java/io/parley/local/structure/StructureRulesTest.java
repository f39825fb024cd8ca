package io.parley.local.structure;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Each rule reports classes that break it: a rule that cannot fail guards nothing. */
class StructureRulesTest {

	private static final String ROOT = "io.parley.local.structure.fixture";

	private static final JavaClasses VIOLATIONS = new ClassFileImporter().importPackages(ROOT);

	private final StructureRules rules = new StructureRules(ROOT);

	@ParameterizedTest
	@CsvSource({ "text, SpringWord", "contact, SpringContact", "policy, KafkaPolicy", "decision, SpringDecision",
			"author, KafkaAuthor", "campaign, KafkaCampaign", "signal, KafkaSignal" })
	void frameworks_in_a_pure_package_are_reported(String name, String culprit) {
		assertReported(this.rules.pureWithoutFrameworks(name), culprit);
	}

	@Test
	void text_that_knows_policies_is_reported() {
		assertReported(this.rules.textKnowsOnlyItself(), "PolicyWord");
	}

	@Test
	void a_contact_that_knows_policies_is_reported() {
		assertReported(this.rules.contactKnowsTextAlone(), "PolicyContact");
	}

	@Test
	void a_policy_that_knows_decisions_is_reported() {
		assertReported(this.rules.policyKnowsNoDecision(), "KafkaPolicy");
	}

	@Test
	void an_author_that_knows_decisions_is_reported() {
		assertReported(this.rules.authorKnowsNoDecision(), "DecidedAuthor");
	}

	@Test
	void a_campaign_that_knows_decisions_is_reported() {
		assertReported(this.rules.campaignKnowsNoDecision(), "DecidedCampaign");
	}

	@Test
	void a_decision_that_knows_the_topology_is_reported() {
		assertReported(this.rules.decisionKnowsNoTopology(), "StoredDecision");
	}

	@Test
	void a_cycle_is_reported() {
		assertReported(this.rules.noCycles(), "Here");
	}

	@Test
	void services_that_know_each_other_are_reported() {
		assertReported(this.rules.commentsWithoutModeration(), "CommentHelper");
		assertReported(this.rules.moderationWithoutComments(), "ModeratedComment");
	}

	@Test
	void spring_in_the_contract_is_reported() {
		assertReported(this.rules.contractWithoutSpring(), "SpringEvent");
	}

	@Test
	void a_name_that_says_nothing_is_reported() {
		assertReported(this.rules.namesThatSaySomething(), "CommentHelper");
	}

	@Test
	void a_package_without_null_marks_is_reported() {
		assertReported(this.rules.nullMarked(), "unmarked");
	}

	@Test
	void a_rule_about_packages_without_classes_fails() {
		new StructureRules("io.parley.nowhere").all()
			.filter((rule) -> !rule.getDescription().contains("cycles"))
			.forEach((rule) -> assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(VIOLATIONS))
				.withMessageContaining("failed to check any classes"));
	}

	private static void assertReported(ArchRule rule, String culprit) {
		assertThat(rule.evaluate(VIOLATIONS).getFailureReport().getDetails()).isNotEmpty()
			.anyMatch((detail) -> detail.contains(culprit));
	}

}
