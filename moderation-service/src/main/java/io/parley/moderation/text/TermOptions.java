package io.parley.moderation.text;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a list says of one of its terms.
 *
 * @param keepsAccents whether the term is found only with its own accents
 * @param exceptions words, phrases or domains in which the term does not count, letter by
 * letter whatever their case
 */
public record TermOptions(boolean keepsAccents, List<String> exceptions) {

	/** What holds if nothing is said. */
	public static final TermOptions NONE = new TermOptions(false, List.of());

	public TermOptions {
		exceptions = List.copyOf(requireNonNull(exceptions, "exceptions"));
	}

	/** These, and what others except. */
	public TermOptions and(TermOptions others) {
		return new TermOptions(this.keepsAccents,
				Stream.concat(this.exceptions.stream(), others.exceptions.stream()).distinct().toList());
	}

}
