@NullMarked
package io.parley.moderation.review;

import org.jspecify.annotations.NullMarked;
