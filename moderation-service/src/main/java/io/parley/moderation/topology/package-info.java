@NullMarked
package io.parley.moderation.topology;

import org.jspecify.annotations.NullMarked;
