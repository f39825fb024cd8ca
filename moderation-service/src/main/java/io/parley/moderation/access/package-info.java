@NullMarked
package io.parley.moderation.access;

import org.jspecify.annotations.NullMarked;
