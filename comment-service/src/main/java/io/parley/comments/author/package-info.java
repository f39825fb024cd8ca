/** What platforms tell about their authors. */
@NullMarked
package io.parley.comments.author;

import org.jspecify.annotations.NullMarked;
