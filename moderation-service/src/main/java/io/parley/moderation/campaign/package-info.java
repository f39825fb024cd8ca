/** Near-identical comments by several authors: found, counted, recognised. */
@NullMarked
package io.parley.moderation.campaign;

import org.jspecify.annotations.NullMarked;
