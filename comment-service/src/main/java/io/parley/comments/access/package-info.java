/** Who may call: one site per key, for what and how often. */
@NullMarked
package io.parley.comments.access;

import org.jspecify.annotations.NullMarked;
