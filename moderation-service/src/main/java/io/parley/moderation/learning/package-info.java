/**
 * What the reviews of a site's moderators teach about the model: added up, told to the
 * logs of all authors, and read again from there.
 */
@NullMarked
package io.parley.moderation.learning;

import org.jspecify.annotations.NullMarked;
