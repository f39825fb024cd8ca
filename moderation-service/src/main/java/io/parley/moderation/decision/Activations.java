package io.parley.moderation.decision;

import java.util.List;
import java.util.stream.Stream;

import io.parley.contract.PolicyActivated;

/**
 * The latest activations of policies by their ids, so that one that is delivered again
 * does not put an old policy into force once more. Immutable and of bounded size.
 *
 * @param ids the last one last
 */
public record Activations(List<String> ids) {

	/** None was taken in. */
	public static final Activations NONE = new Activations(List.of());

	/** What is delivered again comes soon after; older ones may be forgotten. */
	private static final int MOST = 32;

	public Activations {
		ids = List.copyOf(ids);
	}

	boolean knows(PolicyActivated activation) {
		return ids.contains(activation.eventId());
	}

	Activations with(PolicyActivated activation) {
		return new Activations(
				Stream.concat(ids.stream().skip(Math.max(0, ids.size() - MOST + 1)), Stream.of(activation.eventId()))
					.toList());
	}

}
