@NullMarked
package io.parley.moderation.projection;

import org.jspecify.annotations.NullMarked;
