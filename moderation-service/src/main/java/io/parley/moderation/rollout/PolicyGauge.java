package io.parley.moderation.rollout;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.parley.contract.PolicyActivated;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells by its tags which policy was activated last. */
@Component
class PolicyGauge {

	private final PublishedPolicies policies;

	private final MultiGauge gauge;

	PolicyGauge(PublishedPolicies policies, MeterRegistry meters) {
		this.policies = policies;
		this.gauge = MultiGauge.builder("parley.policy.in.force")
			.description("1 for the policy that was activated last")
			.register(meters);
	}

	@Scheduled(fixedDelayString = "5s")
	void tell() {
		PolicyActivated last = policies.lastActivation();
		if (last != null) {
			Tags tags = Tags.of("policy", last.policy(), "hash", last.policyHash().substring(0, 8));
			gauge.register(List.of(MultiGauge.Row.of(tags, 1)), true);
		}
	}

}
