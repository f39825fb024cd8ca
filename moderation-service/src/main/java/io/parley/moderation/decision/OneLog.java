package io.parley.moderation.decision;

import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.Signal;
import io.parley.moderation.campaign.CampaignFold;
import io.parley.moderation.learning.LearningFold;
import io.parley.moderation.signal.Fold;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.tally.BrakeFold;
import io.parley.moderation.tally.ThreadFold;

/**
 * All of moderation over one log in memory, what many authors do included: for files and
 * tests. What is observed is told before the next event. Not thread-safe.
 */
public final class OneLog {

	/** How often it is asked what is left to be told, by the time of events. */
	private static final long QUIET_MILLIS = 1000;

	private final List<Fold> folds = List.of(new CampaignFold(new MemoryKeyValues()),
			new ThreadFold(new MemoryKeyValues()), new BrakeFold(new MemoryKeyValues()),
			new LearningFold(new MemoryKeyValues()));

	private final ModerationState state;

	private final Policies policies;

	private long latest = Long.MIN_VALUE;

	public OneLog(ModerationState state, Policies policies) {
		this.state = state;
		this.policies = policies;
	}

	/**
	 * Takes in one event.
	 * @return its decision, if it has one, and those that follow from it about earlier
	 * comments
	 */
	public List<Decision> on(ModerationInput event) {
		List<Decision> decisions = new ArrayList<>();
		long at = event.occurredAt().toEpochMilli();
		if (at - latest >= QUIET_MILLIS || latest == Long.MIN_VALUE) {
			folds.forEach(fold -> take(fold.quiet(at), decisions));
		}
		latest = Math.max(latest, at);
		take(event, decisions);
		return decisions;
	}

	/** The decisions that were left until fewer comments come. */
	public List<Decision> settle() {
		List<Decision> decisions = new ArrayList<>();
		folds.forEach(fold -> take(fold.quiet(latest + Fold.LONGEST_WAIT_MILLIS), decisions));
		return decisions;
	}

	private void take(List<Signal> signals, List<Decision> decisions) {
		signals.forEach(signal -> take(signal, decisions));
	}

	private void take(ModerationInput event, List<Decision> decisions) {
		Outcome outcome = ModerationFlow.on(event, state, policies);
		decisions.addAll(outcome.decisions());
		for (Observation observation : outcome.observations()) {
			for (Fold fold : folds) {
				if (fold.takes(observation)) {
					take(fold.on(observation, latest), decisions);
				}
			}
		}
	}

}
