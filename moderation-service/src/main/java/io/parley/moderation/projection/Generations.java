package io.parley.moderation.projection;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How often the tables were emptied to be read again from the log. Thread-safe. */
@Repository
class Generations {

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Generations(JdbcClient jdbc, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
	}

	int current() {
		return jdbc.sql("select generation from projection").query(Integer.class).single();
	}

	/**
	 * Writes for a generation, which cannot end meanwhile.
	 * @throws IllegalStateException if it has ended
	 */
	void inTransactionOf(int generation, Runnable work) {
		transaction.executeWithoutResult(_ -> {
			int current = jdbc.sql("select generation from projection for share").query(Integer.class).single();
			if (current != generation) {
				throw new IllegalStateException("Generation " + generation + " of the projection has ended");
			}
			work.run();
		});
	}

	/** Empties the tables and begins the next generation. */
	int next() {
		Integer next = transaction.execute(_ -> {
			// First: it waits for those who are writing.
			int generation = jdbc.sql("update projection set generation = generation + 1 returning generation")
				.query(Integer.class)
				.single();
			jdbc.sql("truncate decision, comment, decision_history, comment_revision, author_facts, sanction, queue, "
					+ "campaign, campaign_member, thread_restriction, statistic_slot, statistic_wait, statistic_hit, statistic_rule, "
					+ "statistic_place")
				.update();
			return generation;
		});
		return (next != null) ? next : current();
	}

}
