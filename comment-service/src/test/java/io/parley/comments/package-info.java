@NullMarked
package io.parley.comments;

import org.jspecify.annotations.NullMarked;
