/**
 * How likely a comment is toxic, insulting, hateful, obscene or spam, by a linear model
 * over words and parts of words. No framework.
 */
@NullMarked
package io.parley.moderation.classifier;

import org.jspecify.annotations.NullMarked;
