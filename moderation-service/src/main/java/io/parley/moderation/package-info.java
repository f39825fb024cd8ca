@NullMarked
package io.parley.moderation;

import org.jspecify.annotations.NullMarked;
