@NullMarked
package io.parley.local.compose;

import org.jspecify.annotations.NullMarked;
