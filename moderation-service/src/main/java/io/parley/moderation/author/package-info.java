/** What is known of an author's past, as far as policies ask for it. */
@NullMarked
package io.parley.moderation.author;

import org.jspecify.annotations.NullMarked;
