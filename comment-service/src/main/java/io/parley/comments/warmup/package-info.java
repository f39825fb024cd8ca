/** What a service does before it says that it is ready. */
@NullMarked
package io.parley.comments.warmup;

import org.jspecify.annotations.NullMarked;
