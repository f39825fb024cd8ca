package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.comment;
import static io.parley.moderation.policy.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import io.parley.contract.Decision.PublicReason;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Example.ExampleAuthor;
import org.junit.jupiter.api.Test;

class ExtendingPolicyTests {

	private static final Map<String, String> FILES = Map.of("shared/base.yaml", """
			policy: base
			verdicts: { hold: 5, reject: 10 }
			onError: reject
			trust: { known: 7 }
			regions: [DE]
			reasons: { rude: Be kind., shop: No shops. }
			lists:
			  slurs: { file: slurs.txt }
			  shops: { terms: [shop.example.org], match: domain }
			rules:
			  - id: slur
			    when: body.has("slurs")
			    then: hold
			    reason: rude
			    tests: { hit: [{ body: You dolt }] }
			  - { id: shop, when: links.has("shops"), then: hold, reason: shop }
			""", "shared/slurs.txt", "dolt\noaf\npig\n");

	private static final String NOTHING_MORE = """
			policy: gazette
			extends: shared/base.yaml
			""";

	@Test
	void a_policy_that_only_extends_another_one_decides_as_that_one() {
		Policy extending = policy(NOTHING_MORE, FILES);

		assertThat(extending.name()).isEqualTo("gazette");
		assertThat(extending.bands().reject()).isEqualTo(10);
		assertThat(extending.onError()).isEqualTo(Verdict.REJECT);
		assertThat(extending.trust().known()).isEqualTo(7);
		assertThat(extending.vocabulary().regions()).containsExactly("DE");
		assertThat(matched(extending, "You oaf, buy at https://shop.example.org/")).containsExactly("slur", "shop");
		assertThat(extending.publicReason("shop")).extracting(PublicReason::text).isEqualTo("No shops.");
	}

	@Test
	void a_rule_of_the_same_name_takes_the_place_of_the_other_one_and_new_rules_come_behind() {
		Policy extending = policy(NOTHING_MORE + """
				rules:
				  - { id: long, when: body.length > 5, then: hold }
				  - { id: slur, when: body.count("slurs") >= 2, then: reject, reason: rude }
				""", FILES);

		assertThat(extending.rules()).extracting(Rule::id).containsExactly("slur", "shop", "long");
		assertThat(matched(extending, "You oaf")).containsExactly("long");
		assertThat(matched(extending, "You oaf and dolt")).containsExactly("slur", "long");
	}

	@Test
	void a_rule_may_be_left_out() {
		Policy extending = policy(NOTHING_MORE + "without: [slur]\n", FILES);

		assertThat(extending.rules()).extracting(Rule::id).containsExactly("shop");
	}

	@Test
	void terms_are_added_to_the_list_of_the_same_name_and_left_out_of_it() {
		Policy extending = policy(NOTHING_MORE + """
				lists:
				  slurs: { terms: [lout, oaf], without: [Dolt] }
				""", FILES);

		assertThat(matched(extending, "You lout")).containsExactly("slur");
		assertThat(matched(extending, "You oaf")).containsExactly("slur");
		assertThat(matched(extending, "You dolt")).isEmpty();
	}

	@Test
	void an_exception_is_added_to_a_term_that_is_there_already() {
		Policy extending = policy(NOTHING_MORE + """
				lists:
				  slurs: { terms: [{ term: pig, except: [guinea pig] }] }
				""", FILES);

		assertThat(matched(extending, "You pig")).containsExactly("slur");
		assertThat(matched(extending, "My guinea pig")).isEmpty();
		assertThat(matched(policy(NOTHING_MORE, FILES), "My guinea pig")).containsExactly("slur");
	}

	@Test
	void a_reason_may_be_worded_anew() {
		Policy extending = policy(NOTHING_MORE + "reasons: { rude: Mind your language. }\n", FILES);

		assertThat(extending.publicReason("rude")).extracting(PublicReason::text).isEqualTo("Mind your language.");
		assertThat(extending.publicReason("shop")).extracting(PublicReason::text).isEqualTo("No shops.");
	}

	@Test
	void settings_take_the_place_of_those_of_the_other_policy() {
		Policy extending = policy(NOTHING_MORE + """
				verdicts: { hold: 3, reject: 4 }
				onError: approve
				trust: { known: 9 }
				regions: [FR]
				""", FILES);

		assertThat(extending.bands().hold()).isEqualTo(3);
		assertThat(extending.onError()).isEqualTo(Verdict.APPROVE);
		assertThat(extending.trust().known()).isEqualTo(9);
		assertThat(extending.vocabulary().regions()).containsExactly("FR");
	}

	@Test
	void tests_of_rules_that_are_taken_over_run_too_and_tell_where_they_are_written() {
		List<PolicyTests.Result> results = PolicyTests.run(policy(NOTHING_MORE + """
				lists: { slurs: { without: [dolt] } }
				""", FILES));

		assertThat(results).singleElement().satisfies(result -> {
			assertThat(result.passed()).isFalse();
			assertThat(result.file()).isEqualTo("shared/base.yaml");
			assertThat(result.line()).isEqualTo(15);
		});
	}

	@Test
	void a_change_of_the_policy_that_is_extended_changes_the_hash() {
		Policy before = policy(NOTHING_MORE, FILES);
		Policy after = policy(NOTHING_MORE, Map.of("shared/base.yaml", FILES.get("shared/base.yaml"),
				"shared/slurs.txt", "dolt\noaf\npig\nlout\n"));

		assertThat(after.hash()).isNotEqualTo(before.hash());
	}

	@Test
	void a_policy_that_comes_with_parley_is_extended_by_its_name() {
		Policy extending = policy("""
				policy: gazette
				extends: family
				without: [shouting]
				""");

		assertThat(extending.rules()).extracting(Rule::id).contains("strong-word", "threat").doesNotContain("shouting");
		assertThat(PolicyTests.run(extending)).allMatch(PolicyTests.Result::passed);
	}

	private static List<String> matched(Policy policy, String body) {
		return policy.evaluate(comment(body), ExampleAuthor.NEWCOMER)
			.matches()
			.stream()
			.map(match -> match.rule().id())
			.toList();
	}

}
