@NullMarked
package io.parley.moderation.contact;

import org.jspecify.annotations.NullMarked;
