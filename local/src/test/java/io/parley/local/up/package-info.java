@NullMarked
package io.parley.local.up;

import org.jspecify.annotations.NullMarked;
