package io.parley.local.chaos;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.random.RandomGenerator;

import io.parley.local.command.CommandFailure;

/** Which faults happen, in which order. */
final class FaultPlan {

	private FaultPlan() {
	}

	/**
	 * Each of the faults that are possible once, as far as there are so many, the rest by
	 * weight; mixed.
	 * @throws CommandFailure if none is possible
	 */
	static List<Fault> of(int count, Collection<Fault> faults, Bed bed, RandomGenerator random) {
		List<Fault> possible = faults.stream().filter(fault -> fault.isPossible(bed)).toList();
		if (possible.isEmpty()) {
			throw new CommandFailure("None of these faults can be made here: steps of the clock need --clock and"
					+ " libfaketime, a full disk needs root on Linux");
		}
		List<Fault> plan = new ArrayList<>(mixed(possible, random).subList(0, Math.min(count, possible.size())));
		while (plan.size() < count) {
			plan.add(byWeight(possible, random));
		}
		return mixed(plan, random);
	}

	private static Fault byWeight(List<Fault> faults, RandomGenerator random) {
		int place = random.nextInt(faults.stream().mapToInt(Fault::weight).sum());
		for (Fault fault : faults) {
			place -= fault.weight();
			if (place < 0) {
				return fault;
			}
		}
		return faults.getLast();
	}

	private static List<Fault> mixed(List<Fault> faults, RandomGenerator random) {
		List<Fault> mixed = new ArrayList<>(faults);
		for (int left = mixed.size(); left > 1; left--) {
			int other = random.nextInt(left);
			Fault moved = mixed.get(left - 1);
			mixed.set(left - 1, mixed.get(other));
			mixed.set(other, moved);
		}
		return mixed;
	}

}
