@NullMarked
package io.parley.local.terms;

import org.jspecify.annotations.NullMarked;
