/** {@code ./parley terms}: tries a list of terms out. */
@NullMarked
package io.parley.local.terms;

import org.jspecify.annotations.NullMarked;
