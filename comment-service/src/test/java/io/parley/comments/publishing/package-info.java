@NullMarked
package io.parley.comments.publishing;

import org.jspecify.annotations.NullMarked;
