/**
 * How what many authors do is added up: observations go where one task sees all of a key,
 * signals come back to every author's log.
 */
@NullMarked
package io.parley.moderation.signal;

import org.jspecify.annotations.NullMarked;
