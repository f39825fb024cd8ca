package io.parley.moderation.campaign;

import io.parley.moderation.text.Imprint;

/** A text of a site that is in a {@link BandIndex}. Not thread-safe. */
abstract class Imprinted {

	private final String site;

	private final Imprint imprint;

	/** Keys in common with the text that is looked for. */
	private int shares;

	Imprinted(String site, Imprint imprint) {
		// One of few names, which would be kept once for each text.
		this.site = site.intern();
		this.imprint = imprint;
	}

	final String site() {
		return site;
	}

	final Imprint imprint() {
		return imprint;
	}

	/** One more key in common; how many by now. */
	final int share() {
		return ++shares;
	}

	final int shares() {
		return shares;
	}

	final void shareNothing() {
		shares = 0;
	}

}
