@NullMarked
package io.parley.moderation.learning;

import org.jspecify.annotations.NullMarked;
