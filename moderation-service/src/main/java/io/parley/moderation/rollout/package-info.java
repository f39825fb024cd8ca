/** How a policy comes into force: files become versions in the log, and activations. */
@NullMarked
package io.parley.moderation.rollout;

import org.jspecify.annotations.NullMarked;
