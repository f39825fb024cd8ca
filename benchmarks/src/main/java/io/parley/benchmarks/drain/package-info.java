/** How fast a backlog of comments is decided, next to a topology that decides nothing. */
@NullMarked
package io.parley.benchmarks.drain;

import org.jspecify.annotations.NullMarked;
