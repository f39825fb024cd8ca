/** From the row to Kafka: at once when possible, later when not, never lost. */
@NullMarked
package io.parley.comments.publishing;

import org.jspecify.annotations.NullMarked;
