package io.parley.moderation.review;

import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Verdict;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.projection.DecisionsInForce;
import io.parley.moderation.projection.HeldComments;
import io.parley.moderation.projection.Sanctions;
import io.parley.moderation.rollout.PublishedPolicies;
import io.parley.problem.Problems;
import io.parley.problem.RequestRules;
import org.mockito.stubbing.Answer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/**
 * No request makes the service fail where it is read and checked. An ordinary test run
 * repeats the inputs kept beside it; with JAZZER_FUZZ=1 in the environment it looks for
 * new ones.
 */
class ApiFuzz {

	private static final FuzzedApi API = new FuzzedApi(Service.class);

	@FuzzTest(maxDuration = "1h")
	void any_request_is_answered_or_refused(byte[] request) throws Exception {
		API.check(request);
	}

	/** What reads requests is real; what keeps decisions and takes reviews is not. */
	@Import({ Problems.class, ReviewController.class, QueueController.class, SanctionController.class })
	static class Service {

		@Bean
		RequestRules rules() {
			return new RequestRules(DataSize.ofKilobytes(4), "there are others");
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		DecisionsInForce decisions() {
			Decision decision = new Decision("d", "c", 1, 1, "gazette", "t", "gazette/lena", Verdict.HOLD,
					DecisionSource.RULES, 0, new Decision.Bands(5, 10), "policy", List.of(), Verdict.HOLD, List.of(),
					null, null, null, Instant.EPOCH);
			return stub(DecisionsInForce.class, _ -> Optional.of(decision));
		}

		@Bean
		HeldComments held() {
			return stub(HeldComments.class, RETURNS_DEFAULTS);
		}

		@Bean
		ReviewPublisher publisher() {
			return stub(ReviewPublisher.class, RETURNS_DEFAULTS);
		}

		@Bean
		Sanctions sanctions() {
			return stub(Sanctions.class, RETURNS_DEFAULTS);
		}

		@Bean
		AuditLog audit() {
			return stub(AuditLog.class, RETURNS_DEFAULTS);
		}

		@Bean
		PublishedPolicies policies() {
			try {
				Policy policy = PolicyReader.read(Path.of("src/test/resources/policies/pipeline.yaml"));
				return stub(PublishedPolicies.class, _ -> policy);
			}
			catch (IOException unreadable) {
				throw new UncheckedIOException(unreadable);
			}
			catch (PolicyProblemsException problems) {
				throw new IllegalStateException(problems);
			}
		}

		private static <T> T stub(Class<T> type, Answer<?> answer) {
			return mock(type, withSettings().stubOnly().defaultAnswer(answer));
		}

	}

}
