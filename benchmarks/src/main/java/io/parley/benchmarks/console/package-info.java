/** What the moderators' console costs and how quickly it answers. */
@NullMarked
package io.parley.benchmarks.console;

import org.jspecify.annotations.NullMarked;
