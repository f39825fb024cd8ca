/** Figures of the services as {@code ./parley up} runs them. */
@NullMarked
package io.parley.benchmarks.service;

import org.jspecify.annotations.NullMarked;
