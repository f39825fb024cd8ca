/** Real Kafka and PostgreSQL servers as child processes, for tests and the local run. */
@NullMarked
package io.parley.backends;

import org.jspecify.annotations.NullMarked;
