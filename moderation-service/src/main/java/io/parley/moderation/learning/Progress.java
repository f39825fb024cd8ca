package io.parley.moderation.learning;

import java.time.Instant;

/**
 * How far a site is.
 *
 * @param untold reviews since it was last looked at what they teach
 * @param version that was told last
 * @param after reviews until then teach nothing
 * @param corrects whether anything is corrected by what was told last
 */
record Progress(int untold, long version, Instant after, boolean corrects) {

	static final Progress NONE = new Progress(0, 0, Instant.EPOCH, false);

	Progress more() {
		return new Progress(untold + 1, version, after, corrects);
	}

}
