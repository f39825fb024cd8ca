/** The trace that a request belongs to, on its way to the event. */
@NullMarked
package io.parley.trace;

import org.jspecify.annotations.NullMarked;
