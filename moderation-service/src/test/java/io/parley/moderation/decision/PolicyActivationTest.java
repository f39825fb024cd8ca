package io.parley.moderation.decision;

import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.moderation.decision.Fixture.only;
import static io.parley.moderation.decision.Fixture.submitted;
import static org.assertj.core.api.Assertions.assertThat;

import io.parley.contract.Decision;
import io.parley.contract.PolicyActivated;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import org.junit.jupiter.api.Test;

/** Which policy decides. */
class PolicyActivationTest {

	private final Fixture parley = new Fixture();

	@Test
	void an_activated_policy_decides_about_what_comes_after_it() {
		Policy stricter = parley.publish("""
				policy: stricter
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: greeting, when: body.matches("hello"), then: hold }
				""");
		Decision before = only(parley.on(submitted("c1", "hello")));
		parley.on(new PolicyActivated(stricter.hash(), stricter.name(), Fixture.NOON));
		Decision after = only(parley.on(submitted("c2", "hello")));

		assertThat(before.verdict()).isEqualTo(APPROVE);
		assertThat(after.verdict()).isEqualTo(Verdict.HOLD);
		assertThat(after.policyHash()).isEqualTo(stricter.hash()).isNotEqualTo(before.policyHash());
		assertThat(parley.on(submitted("c1", "hello")).decisions()).containsExactly(before);
	}

	@Test
	void an_activation_that_is_delivered_again_does_not_put_an_old_policy_into_force() {
		Policy first = parley.publish("""
				policy: first
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: greeting, when: body.matches("hello"), then: hold }
				""");
		Policy second = parley.publish("""
				policy: second
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - { id: greeting, when: body.matches("hello"), then: reject }
				""");
		PolicyActivated old = new PolicyActivated(first.hash(), first.name(), Fixture.NOON);
		parley.on(old);
		// By a clock that is slow: the order of the log counts, not the time.
		parley.on(new PolicyActivated(second.hash(), second.name(), Fixture.NOON.minusSeconds(5)));

		parley.on(old);
		assertThat(only(parley.on(submitted("c1", "hello"))).policyHash()).isEqualTo(second.hash());

		parley.on(new PolicyActivated(first.hash(), first.name(), Fixture.NOON.plusSeconds(5)));
		assertThat(only(parley.on(submitted("c2", "hello"))).policyHash()).as("activated once more")
			.isEqualTo(first.hash());
	}

	@Test
	void activations_of_long_ago_are_forgotten() {
		Policy policy = parley.publish(Fixture.POLICY);
		for (int i = 0; i < 100; i++) {
			parley.on(new PolicyActivated(policy.hash(), policy.name(), Fixture.NOON.plusSeconds(i)));
		}

		assertThat(parley.activations().ids()).hasSize(32).last().asString().endsWith("@2026-03-01T12:01:39Z");
	}

}
