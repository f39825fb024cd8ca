/**
 * Policies: rules in YAML with conditions in CEL, checked when they are read and
 * evaluated against one comment at a time. No framework.
 */
@NullMarked
package io.parley.moderation.policy;

import org.jspecify.annotations.NullMarked;
