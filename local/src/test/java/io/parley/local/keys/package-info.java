@NullMarked
package io.parley.local.keys;

import org.jspecify.annotations.NullMarked;
