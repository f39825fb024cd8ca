/**
 * A whole installation on this machine: Kafka, PostgreSQL and the services as child
 * processes.
 */
@NullMarked
package io.parley.local.up;

import org.jspecify.annotations.NullMarked;
