/** {@code ./parley model}: trains the classifier's model and measures one. */
@NullMarked
package io.parley.local.model;

import org.jspecify.annotations.NullMarked;
