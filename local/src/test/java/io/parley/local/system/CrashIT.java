package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;

import io.parley.local.chaos.Load;
import io.parley.local.chaos.Verification;
import io.parley.local.up.LocalInstallation;
import io.parley.local.up.LocalService;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.policy.PolicySource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever is killed under load: every accepted comment ends with exactly one decision in
 * force.
 */
class CrashIT {

	private final LocalInstallation parley = Installations.shared();

	private Set<String> before = Set.of();

	private Load load;

	@BeforeEach
	void comment() throws SQLException {
		before = Verification.statuses(parley).keySet();
		load = new Load(parley.runFile(), 30);
	}

	@AfterEach
	void finish() {
		load.close();
	}

	@Test
	@Tag("thorough")
	void given_the_moderation_service_is_killed_twice_under_load() throws Exception {
		killAndStart(parley.moderationService(0));
		killAndStart(parley.moderationService(0));

		everyAcceptedCommentHasOneDecisionInForce();
	}

	@Test
	@Tag("thorough")
	void given_the_comment_service_is_killed_twice_under_load() throws Exception {
		killAndStart(parley.commentService());
		killAndStart(parley.commentService());

		everyAcceptedCommentHasOneDecisionInForce();
	}

	@Test
	void given_the_broker_is_killed_under_load() throws Exception {
		awaitMoreAccepted(100);
		parley.broker().kill();
		awaitMoreAccepted(100);
		parley.startBroker();
		awaitMoreAccepted(100);

		everyAcceptedCommentHasOneDecisionInForce();
	}

	private void killAndStart(LocalService service) {
		awaitMoreAccepted(150);
		service.kill();
		service.start();
		awaitMoreAccepted(50);
	}

	private void awaitMoreAccepted(int more) {
		int before = load.count();
		await().atMost(Duration.ofSeconds(60)).until(() -> load.count() >= before + more);
	}

	private void everyAcceptedCommentHasOneDecisionInForce() throws Exception {
		load.close();
		await().pollInterval(Duration.ofSeconds(1))
			.atMost(Duration.ofMinutes(3))
			.untilAsserted(() -> assertThat(Verification.statuses(parley)).doesNotContainValue("PENDING"));

		Verification found = Verification.of(parley, load, before, PolicyReader.read(PolicySource.starter()));

		assertThat(found.isGood()).as(found.toString()).isTrue();
		assertThat(found.decided()).isEqualTo(load.count()).isPositive();
	}

}
