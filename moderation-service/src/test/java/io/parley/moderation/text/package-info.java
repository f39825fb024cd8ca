@NullMarked
package io.parley.moderation.text;

import org.jspecify.annotations.NullMarked;
