package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.parley.backends.Database;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Verdict;
import io.parley.local.up.LocalInstallation;
import io.parley.local.up.LocalService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever is killed under load: every accepted comment ends with exactly one decision in
 * force.
 */
class CrashIT {

	private static final Map<Verdict, String> STATUS = Map.of(Verdict.APPROVE, "APPROVED", Verdict.HOLD, "HELD",
			Verdict.REJECT, "REJECTED");

	private final LocalInstallation parley = Installations.shared();

	private Set<String> before = Set.of();

	private Load load;

	@BeforeEach
	void comment() throws SQLException {
		before = statuses().keySet();
		load = new Load(new Platform(parley.runFile()), 30);
	}

	@AfterEach
	void finish() {
		load.close();
	}

	@Test
	void given_the_moderation_service_is_killed_twice_under_load() throws Exception {
		killAndStart(parley.moderationService(0));
		killAndStart(parley.moderationService(0));

		everyAcceptedCommentHasOneDecisionInForce();
	}

	@Test
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
		int before = load.accepted().size();
		await().atMost(Duration.ofSeconds(60)).until(() -> load.accepted().size() >= before + more);
	}

	private void everyAcceptedCommentHasOneDecisionInForce() throws SQLException {
		load.close();
		Map<String, String> accepted = load.accepted();
		await().pollInterval(Duration.ofSeconds(1))
			.atMost(Duration.ofMinutes(3))
			.untilAsserted(() -> assertThat(statuses()).doesNotContainValue("PENDING"));

		Map<String, String> statuses = statuses();
		statuses.keySet().removeAll(before);
		assertThat(statuses.keySet()).containsExactlyInAnyOrderElementsOf(accepted.values());
		Map<String, List<Decision>> decisions = new Log(parley.runFile().bootstrapServers()).decisions();
		decisions.keySet().removeAll(before);
		assertThat(decisions.keySet()).containsExactlyInAnyOrderElementsOf(accepted.values());
		decisions.forEach((comment, made) -> {
			// The same decision may be published again, never another one.
			assertThat(made).allMatch(made.getFirst()::equals);
			assertThat(made.getFirst().source()).isEqualTo(DecisionSource.RULES);
			assertThat(statuses).containsEntry(comment, STATUS.get(made.getFirst().verdict()));
		});
		assertThat(statuses.values()).contains("APPROVED", "HELD");
	}

	private Map<String, String> statuses() throws SQLException {
		Database database = parley.database();
		try (Connection connection = DriverManager.getConnection(database.jdbcUrl("comments"), database.user(),
				database.password());
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select id::text, status from comment")) {
			Map<String, String> statuses = new HashMap<>();
			while (rows.next()) {
				statuses.put(rows.getString(1), rows.getString(2));
			}
			return statuses;
		}
	}

}
