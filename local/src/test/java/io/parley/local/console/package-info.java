/** The console in a real browser. */
@NullMarked
package io.parley.local.console;

import org.jspecify.annotations.NullMarked;
