/**
 * What is counted across authors in stretches of time: how threads go, and how often
 * rules reject.
 */
@NullMarked
package io.parley.moderation.tally;

import org.jspecify.annotations.NullMarked;
