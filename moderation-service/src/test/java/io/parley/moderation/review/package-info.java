/** The door of moderators, tried with requests that nobody would think of. */
@NullMarked
package io.parley.moderation.review;

import org.jspecify.annotations.NullMarked;
