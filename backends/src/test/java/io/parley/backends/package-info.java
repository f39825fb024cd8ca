@NullMarked
package io.parley.backends;

import org.jspecify.annotations.NullMarked;
