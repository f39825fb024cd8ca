package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the reviews of a site's moderators teach about the probabilities of a model. Of
 * several the one with the highest version counts.
 *
 * @param version time of the newest review that it was learnt from, or of the reset after
 * which nothing is learnt yet, in epoch milliseconds
 * @param model whose probabilities are corrected, by its id
 * @param reviews that it was learnt from
 * @param heads for each kind of probability that is corrected the weights of words, by
 * their numbers
 */
public record CorrectionLearned(String site, long version, String model, int reviews,
		SortedMap<String, SortedMap<Integer, Integer>> heads) implements Signal {

	public CorrectionLearned {
		requireNonNull(site, "site");
		requireNonNull(model, "model");
		SortedMap<String, SortedMap<Integer, Integer>> copy = new TreeMap<>();
		requireNonNull(heads, "heads")
			.forEach((head, weights) -> copy.put(head, Collections.unmodifiableSortedMap(new TreeMap<>(weights))));
		heads = Collections.unmodifiableSortedMap(copy);
	}

	/** Nothing is corrected from here on. */
	public static CorrectionLearned nothing(String site, long version) {
		return new CorrectionLearned(site, version, "", 0, new TreeMap<>(Map.of()));
	}

	@Override
	public String eventId() {
		return site + "/" + version;
	}

	@Override
	public Instant occurredAt() {
		return Instant.ofEpochMilli(version);
	}

}
