/** People who moderate and sign in with a password, by command. */
@NullMarked
package io.parley.local.users;

import org.jspecify.annotations.NullMarked;
