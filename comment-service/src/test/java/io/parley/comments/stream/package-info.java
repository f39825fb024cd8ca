@NullMarked
package io.parley.comments.stream;

import org.jspecify.annotations.NullMarked;
