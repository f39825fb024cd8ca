/** Tab-separated files of comments and authors, and tables of what became of them. */
@NullMarked
package io.parley.local.table;

import org.jspecify.annotations.NullMarked;
