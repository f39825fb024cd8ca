/** What callers are told when something is wrong: RFC 9457 problem details, always. */
@NullMarked
package io.parley.problem;

import org.jspecify.annotations.NullMarked;
