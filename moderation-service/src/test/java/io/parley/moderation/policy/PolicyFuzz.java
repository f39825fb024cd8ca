package io.parley.moderation.policy;

import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * No bytes make the reader of policies fail, hang or tell a problem without its place. An
 * ordinary test run repeats the inputs kept beside it; with JAZZER_FUZZ=1 in the
 * environment it looks for new ones.
 */
class PolicyFuzz {

	@FuzzTest(maxDuration = "1h")
	void any_file_is_a_policy_or_has_problems_with_places(byte[] file) {
		new FuzzedPolicy(file).check();
	}

}
