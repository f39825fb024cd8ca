/** How well and how fast near-identical comments are found. */
@NullMarked
package io.parley.benchmarks.campaign;

import org.jspecify.annotations.NullMarked;
