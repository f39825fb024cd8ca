/** {@code ./parley rebuild}. */
@NullMarked
package io.parley.local.rebuild;

import org.jspecify.annotations.NullMarked;
