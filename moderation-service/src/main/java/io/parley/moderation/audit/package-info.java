/** What people did, kept for good. */
@NullMarked
package io.parley.moderation.audit;

import org.jspecify.annotations.NullMarked;
