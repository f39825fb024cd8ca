@NullMarked
package io.parley.comments.comment;

import org.jspecify.annotations.NullMarked;
