package io.parley.moderation.policy;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Collects all problems of a policy, so that they are told at once. */
final class Problems {

	private final Set<Problem> found = new LinkedHashSet<>();

	void add(SourceText source, int index, String message, @Nullable String suggestion) {
		this.found.add(source.problem(index, message, suggestion));
	}

	void add(Place place, String message, @Nullable String suggestion) {
		this.found.add(place.problem(message, suggestion));
	}

	int count() {
		return this.found.size();
	}

	/** Throws if there are any; those of the policy's own file come first. */
	void throwIfAny(String policyFile) throws PolicyProblemsException {
		if (!this.found.isEmpty()) {
			List<Problem> sorted = this.found.stream()
				.sorted(Comparator.comparing((Problem problem) -> !problem.file().equals(policyFile))
					.thenComparing(Problem::file)
					.thenComparingInt(Problem::line)
					.thenComparingInt(Problem::column))
				.toList();
			throw new PolicyProblemsException(sorted);
		}
	}

}
