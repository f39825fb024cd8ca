/** Comments to measure with. */
@NullMarked
package io.parley.benchmarks.data;

import org.jspecify.annotations.NullMarked;
