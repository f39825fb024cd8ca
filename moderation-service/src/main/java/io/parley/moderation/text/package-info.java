/**
 * What can be read off a text: terms of lists, links, shape. Positions are UTF-16 indexes
 * into the text as it was sent. No framework.
 */
@NullMarked
package io.parley.moderation.text;

import org.jspecify.annotations.NullMarked;
