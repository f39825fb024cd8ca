/** Comments and threads over HTTP, and the rows that keep them. */
@NullMarked
package io.parley.comments.comment;

import org.jspecify.annotations.NullMarked;
