package io.parley.moderation.projection;

import java.util.Arrays;

import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;

/** What moderators should look at first. */
public enum Urgency {

	/** A moderator held it, for others to decide. */
	ESCALATED(0, "Escalated"),
	/** Nearer to a rejection than to an approval. */
	HIGH(1, "High"),
	/** Some rule asks for an eye on it. */
	NORMAL(2, "Normal"),
	/** Nothing is known against it: it is held because something failed. */
	LOW(3, "Low");

	private final int rank;

	private final String words;

	Urgency(int rank, String words) {
		this.rank = rank;
		this.words = words;
	}

	/**
	 * The one of a rank.
	 * @throws IllegalArgumentException if there is none
	 */
	public static Urgency ofRank(int rank) {
		return Arrays.stream(values())
			.filter(urgency -> urgency.rank == rank)
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("No urgency has the rank " + rank));
	}

	/** 0 for the most urgent. */
	public int rank() {
		return rank;
	}

	/** For people. */
	public String words() {
		return words;
	}

	static Urgency of(Decision decision) {
		if (decision.source() != DecisionSource.RULES && decision.source() != DecisionSource.RETRO) {
			return ESCALATED;
		}
		boolean rejecting = decision.hits().stream().anyMatch(hit -> isLive(hit) && hit.effect() == Effect.REJECT);
		int middle = (decision.bands().hold() + decision.bands().reject() + 1) / 2;
		if (rejecting || decision.score() >= middle || decision.shadowVerdict() == Verdict.REJECT) {
			return HIGH;
		}
		return decision.hits().stream().anyMatch(Urgency::isLive) ? NORMAL : LOW;
	}

	private static boolean isLive(Hit hit) {
		return hit.mode() == RuleMode.LIVE;
	}

}
