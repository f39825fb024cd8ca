/** What a service does before it says that it is ready. */
@NullMarked
package io.parley.moderation.warmup;

import org.jspecify.annotations.NullMarked;
