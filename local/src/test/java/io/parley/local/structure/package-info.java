@NullMarked
package io.parley.local.structure;

import org.jspecify.annotations.NullMarked;
