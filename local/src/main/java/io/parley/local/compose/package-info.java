/** What docker-compose.yml needs besides the images. */
@NullMarked
package io.parley.local.compose;

import org.jspecify.annotations.NullMarked;
