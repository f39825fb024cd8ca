/** What every command needs: its failures and the folder it works in. */
@NullMarked
package io.parley.local.command;

import org.jspecify.annotations.NullMarked;
