@NullMarked
package io.parley.moderation.campaign;

import org.jspecify.annotations.NullMarked;
