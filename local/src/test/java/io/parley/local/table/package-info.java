@NullMarked
package io.parley.local.table;

import org.jspecify.annotations.NullMarked;
