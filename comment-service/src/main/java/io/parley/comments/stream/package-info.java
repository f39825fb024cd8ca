/** Tells platforms at once what readers are to see, by server-sent events. */
@NullMarked
package io.parley.comments.stream;

import org.jspecify.annotations.NullMarked;
