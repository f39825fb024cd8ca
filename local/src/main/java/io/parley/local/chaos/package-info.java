/**
 * {@code ./parley chaos}: breaks parts of an installation under load and checks what is
 * left.
 */
@NullMarked
package io.parley.local.chaos;

import org.jspecify.annotations.NullMarked;
