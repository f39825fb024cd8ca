/** Comments and decisions as tables, for people who look at them; read from the log. */
@NullMarked
package io.parley.moderation.projection;

import org.jspecify.annotations.NullMarked;
