package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyHashTests {

	private static final String YAML = """
			policy: example
			verdicts: { hold: 5, reject: 10 }
			onError: hold
			lists:
			  insults: { file: insults.txt, match: folded }
			  sites: { terms: [bit.ly, t.ly], match: domain }
			reasons: { insult: Stay polite. }
			rules:
			  - { id: insult, when: 'body.has("insults") && links.count > 2', then: hold, reason: insult }
			  - { id: site, when: links.has("sites"), unless: author.trusted, score: 3 }
			  - { id: idea, when: body.length > 9000, then: hold, mode: draft }
			""";

	private static final Map<String, String> FILES = Map.of("insults.txt", "idiot\nmoron\n");

	private final String hash = policy(YAML, FILES).hash();

	@Test
	void is_32_hexadecimal_digits_and_the_same_for_the_same_content() {
		assertThat(this.hash).matches("[0-9a-f]{32}").isEqualTo(policy(YAML, FILES).hash());
	}

	@Test
	void layout_remarks_and_the_order_of_keys_and_terms_do_not_matter() {
		String other = """
				# a remark
				lists:
				  sites:
				    match: domain
				    terms: [ "t.ly", 'bit.ly' ]
				  insults: { terms: [moron, idiot] }
				rules:
				  - when:   body.has( 'insults' )
				        &&  links.count>2
				    id: insult
				    reason: insult
				    then: hold
				    tests: { hit: [{ body: x }] }
				  - { id: site, when: 'links.has("sites")', mode: live, score: 3, unless: author.trusted }
				reasons: { insult: "Stay polite." }
				verdicts: { reject: 10, hold: 5 }
				policy: example
				""";

		assertThat(policy(other).hash()).isEqualTo(this.hash);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			policy: example      | policy: sample
			hold: 5              | hold: 4
			onError: hold        | onError: reject
			match: folded        | match: exact
			t.ly                 | t.co
			Stay polite.         | Be polite.
			links.count > 2      | links.count > 3
			then: hold, reason   | then: reject, reason
			, reason: insult     | ,
			unless: author.trusted, | unless: author.approved > 9,
			score: 3             | score: 4
			score: 3             | score: 3, mode: shadow
			id: site             | id: sites
			""")
	void content_matters(String part, String other) {
		String changed = YAML.replace(part, other);

		assertThat(changed).isNotEqualTo(YAML);
		assertThat(policy(changed, FILES).hash()).isNotEqualTo(this.hash);
	}

	@Test
	void terms_in_files_and_the_order_of_rules_matter() {
		String swapped = YAML.replace("  - { id: insult", "  - { id: x").replace("  - { id: site", "  - { id: insult");

		assertThat(policy(YAML, Map.of("insults.txt", "idiot\n")).hash()).isNotEqualTo(this.hash);
		assertThat(policy(swapped, FILES).hash()).isNotEqualTo(this.hash);
	}

}
