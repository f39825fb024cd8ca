package io.parley.moderation.decision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

import io.parley.contract.AuthorEvent;
import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.Signal;
import io.parley.contract.ThreadDecision;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.signal.Fold;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.tally.BrakeFold;
import io.parley.moderation.tally.ThreadFold;
import org.jspecify.annotations.Nullable;

/**
 * Several logs, each with its memory, and the folds that add up what they observe; who
 * comes when is up to chance.
 */
final class Logs {

	private final Policy policy;

	private final Random random;

	private final List<MemoryState> states;

	private final List<Queue<ModerationInput>> inputs;

	private final Queue<Observation> observations = new ArrayDeque<>();

	private final List<Fold> folds = List.of(new ThreadFold(new MemoryKeyValues()),
			new BrakeFold(new MemoryKeyValues()));

	private final List<Decision> decisions = new ArrayList<>();

	private final Set<String> threads = new TreeSet<>();

	Logs(int partitions, Policy policy, Random random) {
		this.policy = policy;
		this.random = random;
		this.states = IntStream.range(0, partitions).mapToObj(_ -> MemoryState.unbounded()).toList();
		this.inputs = IntStream.range(0, partitions).<Queue<ModerationInput>>mapToObj(_ -> new ArrayDeque<>()).toList();
	}

	/** Takes in events, those of one author in their order. */
	Logs take(List<? extends ModerationInput> events) {
		Queue<ModerationInput> left = new ArrayDeque<>(events);
		while (!left.isEmpty() || !observations.isEmpty() || inputs.stream().anyMatch(input -> !input.isEmpty())) {
			switch (random.nextInt(3)) {
				case 0 -> arrive(left.poll());
				case 1 -> process(random.nextInt(inputs.size()));
				default -> addUp(observations.poll());
			}
		}
		return this;
	}

	private void arrive(@Nullable ModerationInput event) {
		if (event instanceof AuthorEvent ofAuthor) {
			inputs.get(Math.floorMod(ofAuthor.authorKey().hashCode(), inputs.size())).add(event);
		}
	}

	private void process(int partition) {
		ModerationInput event = inputs.get(partition).poll();
		if (event != null) {
			Outcome outcome = ModerationFlow.on(event, states.get(partition), _ -> policy);
			decisions.addAll(outcome.decisions());
			observations.addAll(outcome.observations());
			outcome.threads().stream().map(ThreadDecision::toString).forEach(threads::add);
		}
	}

	private void addUp(@Nullable Observation observation) {
		if (observation != null) {
			for (Fold fold : folds) {
				if (fold.takes(observation)) {
					for (Signal signal : fold.on(observation, 0)) {
						inputs.forEach(input -> input.add(signal));
					}
				}
			}
		}
	}

	/** The verdict in force of each comment. */
	Map<String, Verdict> verdicts() {
		Map<String, Decision> last = new HashMap<>();
		decisions.forEach(decision -> last.merge(decision.commentId(), decision,
				(one, other) -> (other.ordinal() > one.ordinal()) ? other : one));
		Map<String, Verdict> verdicts = new TreeMap<>();
		last.forEach((id, decision) -> verdicts.put(id, decision.verdict()));
		return verdicts;
	}

	/** All decisions, in some order. */
	List<Decision> decisions() {
		return decisions;
	}

	/** What was decided about threads. */
	Set<String> threads() {
		return threads;
	}

}
