@NullMarked
package io.parley.moderation.policy;

import org.jspecify.annotations.NullMarked;
