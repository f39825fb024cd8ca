/** The services' databases, for commands that change what stands in them. */
@NullMarked
package io.parley.local.database;

import org.jspecify.annotations.NullMarked;
