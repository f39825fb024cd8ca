@NullMarked
package io.parley.local.deploy;

import org.jspecify.annotations.NullMarked;
