/** Decisions that come back: applied to the rows, and told to callers that wait. */
@NullMarked
package io.parley.comments.decision;

import org.jspecify.annotations.NullMarked;
