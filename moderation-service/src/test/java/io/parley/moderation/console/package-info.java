@NullMarked
package io.parley.moderation.console;

import org.jspecify.annotations.NullMarked;
