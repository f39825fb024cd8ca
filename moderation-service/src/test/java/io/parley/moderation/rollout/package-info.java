@NullMarked
package io.parley.moderation.rollout;

import org.jspecify.annotations.NullMarked;
