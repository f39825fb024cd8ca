/** Dead letters: listed, looked at and sent again. */
@NullMarked
package io.parley.local.dlt;

import org.jspecify.annotations.NullMarked;
