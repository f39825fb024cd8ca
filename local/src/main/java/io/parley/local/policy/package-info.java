/** Checks, tests and judges policies without a running Parley. */
@NullMarked
package io.parley.local.policy;

import org.jspecify.annotations.NullMarked;
