/** Who may come in, tried at a door without a house. */
@NullMarked
package io.parley.moderation.access;

import org.jspecify.annotations.NullMarked;
