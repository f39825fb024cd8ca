/** API keys of the comment service, by command. */
@NullMarked
package io.parley.local.keys;

import org.jspecify.annotations.NullMarked;
