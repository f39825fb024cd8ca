/** Who may call: one site per key. */
@NullMarked
package io.parley.comments.access;

import org.jspecify.annotations.NullMarked;
