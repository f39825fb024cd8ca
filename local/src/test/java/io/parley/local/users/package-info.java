@NullMarked
package io.parley.local.users;

import org.jspecify.annotations.NullMarked;
