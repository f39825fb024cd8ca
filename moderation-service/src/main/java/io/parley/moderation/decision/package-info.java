/**
 * Makes decisions. Pure: the same events under the same policy give the same bytes, live,
 * in a replay and offline.
 */
@NullMarked
package io.parley.moderation.decision;

import org.jspecify.annotations.NullMarked;
