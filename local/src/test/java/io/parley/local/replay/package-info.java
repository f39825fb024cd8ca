@NullMarked
package io.parley.local.replay;

import org.jspecify.annotations.NullMarked;
