/** {@code ./parley bench}: measures the parts that every comment passes. */
@NullMarked
package io.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
