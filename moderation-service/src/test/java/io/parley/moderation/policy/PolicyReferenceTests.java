package io.parley.moderation.policy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class PolicyReferenceTests {

	@Test
	void the_page_is_what_the_code_knows() throws Exception {
		assertThat(Files.readString(Path.of("../docs/policy-reference.md")))
			.as("write it anew: ./parley policy reference > docs/policy-reference.md")
			.isEqualTo(PolicyReference.markdown());
	}

	static Stream<String> examples() {
		return Stream.concat(Arrays.stream(Variable.values()).map(Variable::example),
				Arrays.stream(SubjectFunction.values()).map(SubjectFunction::example));
	}

	@ParameterizedTest
	@MethodSource("examples")
	void every_example_is_a_condition(String condition) {
		String unused = Stream.of("slurs", "shops")
			.filter(list -> !condition.contains(list))
			.map(list -> (list.equals("slurs") ? "body" : "links") + ".has(\"" + list + "\")")
			.reduce("false", (left, right) -> left + " || " + right);

		Policy policy = PolicyFixture.policy("""
				policy: example
				verdicts: { hold: 5, reject: 10 }
				lists: { slurs: { terms: [dolt] }, shops: { terms: [example.org], match: domain } }
				rules:
				  - id: example
				    when: >-
				      %s
				    then: hold
				  - id: others
				    when: >-
				      body.length > 9 || %s
				    then: hold
				""".formatted(condition, unused));

		assertThat(policy.rules()).hasSize(2);
	}

	@Test
	void every_function_of_cel_that_is_allowed_is_described() {
		assertThat(PolicyReference.STANDARD.keySet()).containsExactlyElementsOf(Language.callable());
	}

}
