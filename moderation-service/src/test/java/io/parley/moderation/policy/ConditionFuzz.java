package io.parley.moderation.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.parley.contract.Json;

/**
 * No text of a condition makes compiling or evaluating it fail or hang. Repeated and run
 * as {@link PolicyFuzz}.
 */
class ConditionFuzz {

	private static final String POLICY = """
			policy: fuzzed
			verdicts: { hold: 5, reject: 10 }
			lists:
			  words: { file: lists/words.txt }
			  hosts: { terms: [example.org], match: domain }
			rules:
			  - id: keeps-lists-used
			    when: body.has("words") || links.has("hosts")
			    then: hold
			  - id: fuzzed
			    when: CONDITION
			    then: hold
			    tests:
			      hit: [{ body: "An old boot, a turnip and https://www.example.org/now +49 30 901820" }]
			      miss: [{ body: "", author: { approved: 3 } }]
			""";

	@FuzzTest(maxDuration = "1h")
	void any_condition_is_told_about_or_can_be_asked(FuzzedDataProvider data) {
		String condition = data.consumeRemainingAsString();

		new FuzzedPolicy(POLICY.replace("CONDITION", Json.MAPPER.writeValueAsString(condition)).getBytes(UTF_8))
			.check();
	}

}
