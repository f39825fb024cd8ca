/** The commands of {@code ./parley}. */
@NullMarked
package io.parley.local;

import org.jspecify.annotations.NullMarked;
