@NullMarked
package io.parley.moderation.author;

import org.jspecify.annotations.NullMarked;
