package io.parley.local.chaos;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.parley.backends.Database;
import io.parley.contract.DecisionSource;
import io.parley.contract.Verdict;
import io.parley.local.up.LocalInstallation;
import io.parley.moderation.decision.MemoryState;
import io.parley.moderation.decision.ModerationFlow;
import io.parley.moderation.decision.ModerationState;
import io.parley.moderation.policy.Policy;

/**
 * Compares what was accepted with what was decided, and what was decided with what the
 * same log gives when nothing fails.
 *
 * @param accepted comments that the platform was promised
 * @param decided those of them that have a decision
 * @param undecided those that have none, in the table or in the log
 * @param unknown comments of the table that nobody was promised
 * @param contradictory comments with more than one automatic decision, or another status
 * than the decision's
 * @param reordered authors whose comments were decided in another order than that in
 * which they were accepted
 * @param different authors whose decisions differ from those of an undisturbed run
 */
public record Verification(int accepted, int decided, int undecided, int unknown, int contradictory, int reordered,
		int different) {

	private static final Map<Verdict, String> STATUS = Map.of(Verdict.APPROVE, "APPROVED", Verdict.HOLD, "HELD",
			Verdict.REJECT, "REJECTED");

	/**
	 * Verifies the comments of a load that has ended.
	 * @param earlier ids of comments that do not belong to it
	 * @param policy the one that decided about all of them
	 */
	public static Verification of(LocalInstallation parley, Load load, Set<String> earlier, Policy policy)
			throws SQLException {
		Map<String, String> statuses = statuses(parley);
		statuses.keySet().removeAll(earlier);
		Log log = new Log(parley.runFile().bootstrapServers());
		Map<String, List<Made>> byComment = new HashMap<>();
		Map<String, List<Made>> byAuthor = new HashMap<>();
		log.scanDecisions(decision -> {
			Made made = Made.of(decision);
			byComment.computeIfAbsent(decision.commentId(), _ -> new ArrayList<>()).add(made);
			byAuthor.computeIfAbsent(decision.authorKey(), _ -> new ArrayList<>()).add(made);
		});
		Map<String, List<Made>> undisturbed = undisturbed(log, policy);

		Set<String> accepted = new HashSet<>();
		int reordered = 0;
		int different = 0;
		for (Map.Entry<String, List<String>> author : load.accepted().entrySet()) {
			accepted.addAll(author.getValue());
			String key = parley.runFile().site() + "/" + author.getKey();
			List<Made> decisions = byAuthor.getOrDefault(key, List.of());
			if (!decisions.stream().map(Made::commentId).distinct().toList().equals(author.getValue())) {
				reordered++;
			}
			if (!decisions.equals(undisturbed.getOrDefault(key, List.of()))) {
				different++;
			}
		}
		int decided = 0;
		int contradictory = 0;
		for (String comment : accepted) {
			List<Made> made = byComment.getOrDefault(comment, List.of());
			String status = statuses.getOrDefault(comment, "missing");
			if (made.isEmpty() || status.equals("PENDING") || status.equals("missing")) {
				continue;
			}
			decided++;
			// The same decision may be published again, never another one.
			Made first = made.getFirst();
			boolean one = made.stream().allMatch(first::equals) && first.source() == DecisionSource.RULES;
			if (!one || !status.equals(STATUS.get(first.verdict()))) {
				contradictory++;
			}
		}
		Set<String> unknown = new HashSet<>(statuses.keySet());
		unknown.removeAll(accepted);
		return new Verification(accepted.size(), decided, accepted.size() - decided, unknown.size(), contradictory,
				reordered, different);
	}

	/** The decisions of each author when the same code reads the log in one go. */
	private static Map<String, List<Made>> undisturbed(Log log, Policy policy) {
		Map<String, List<Made>> byAuthor = new HashMap<>();
		Map<Integer, ModerationState> states = new HashMap<>();
		log.scanInputs((partition, input) -> {
			ModerationState state = states.computeIfAbsent(partition, _ -> MemoryState.unbounded());
			ModerationFlow.on(input, state, _ -> policy)
				.decisions()
				.forEach(decision -> byAuthor.computeIfAbsent(decision.authorKey(), _ -> new ArrayList<>())
					.add(Made.of(decision)));
		});
		return byAuthor;
	}

	/** Whether nothing is wrong. */
	public boolean isGood() {
		return Stream.of(undecided, unknown, contradictory, reordered, different).allMatch(wrong -> wrong == 0);
	}

	/** The status of every comment in the comment service's table, by id. */
	public static Map<String, String> statuses(LocalInstallation parley) throws SQLException {
		Database database = parley.database();
		try (Connection connection = DriverManager.getConnection(database.jdbcUrl("comments"), database.user(),
				database.password());
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select id::text, status from comment")) {
			Map<String, String> statuses = new HashMap<>();
			while (rows.next()) {
				statuses.put(Objects.requireNonNull(rows.getString(1)), Objects.requireNonNull(rows.getString(2)));
			}
			return statuses;
		}
	}

	@Override
	public String toString() {
		return "accepted=%d decided=%d undecided=%d unknown=%d contradictory=%d reordered=%d different=%d"
			.formatted(accepted, decided, undecided, unknown, contradictory, reordered, different);
	}

}
