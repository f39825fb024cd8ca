@NullMarked
package io.parley.moderation.decision;

import org.jspecify.annotations.NullMarked;
