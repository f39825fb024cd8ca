/**
 * The pages in which moderators work. They read tables and write events, never decisions.
 */
@NullMarked
package io.parley.moderation.console;

import org.jspecify.annotations.NullMarked;
