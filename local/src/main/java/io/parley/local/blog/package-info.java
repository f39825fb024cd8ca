/** A page that stands for the blog: what a platform would build around the public API. */
@NullMarked
package io.parley.local.blog;

import org.jspecify.annotations.NullMarked;
