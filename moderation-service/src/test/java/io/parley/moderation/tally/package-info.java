@NullMarked
package io.parley.moderation.tally;

import org.jspecify.annotations.NullMarked;
