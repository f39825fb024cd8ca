package io.parley.moderation.rollout;

import io.parley.contract.PolicyActivated;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/** {@code /actuator/policy}: which policy is in force, and why a newer one is not. */
@Component
@Endpoint(id = "policy")
class PolicyEndpoint {

	private final PublishedPolicies policies;

	private final PolicyRollout rollout;

	PolicyEndpoint(PublishedPolicies policies, PolicyRollout rollout) {
		this.policies = policies;
		this.rollout = rollout;
	}

	@ReadOperation
	State policy() {
		return new State(rollout.file(), policies.lastActivation(), rollout.refusal());
	}

	/**
	 * @param file where this instance reads its policy
	 * @param inForce the last activation
	 * @param refused the file's last content if it has problems
	 */
	record State(String file, @Nullable PolicyActivated inForce, @Nullable Refusal refused) {

	}

}
