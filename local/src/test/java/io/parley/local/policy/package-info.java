@NullMarked
package io.parley.local.policy;

import org.jspecify.annotations.NullMarked;
