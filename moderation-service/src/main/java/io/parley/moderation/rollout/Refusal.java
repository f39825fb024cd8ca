package io.parley.moderation.rollout;

import java.time.Instant;
import java.util.List;

/**
 * A policy that did not come into force.
 *
 * @param problems as {@code ./parley policy check} shows them
 */
record Refusal(Instant at, String file, List<String> problems) {

}
