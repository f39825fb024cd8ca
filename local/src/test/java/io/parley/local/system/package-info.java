/** The whole system: real processes, driven from outside as its users do. */
@NullMarked
package io.parley.local.system;

import org.jspecify.annotations.NullMarked;
