/** Sends a file of comments through a running Parley and tells what became of them. */
@NullMarked
package io.parley.local.replay;

import org.jspecify.annotations.NullMarked;
