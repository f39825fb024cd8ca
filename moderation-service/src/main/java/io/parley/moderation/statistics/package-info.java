/** What those who watch Parley are told about it: for all instances together. */
@NullMarked
package io.parley.moderation.statistics;

import org.jspecify.annotations.NullMarked;
