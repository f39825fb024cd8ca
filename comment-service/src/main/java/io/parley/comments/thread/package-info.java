/** Threads that take fewer comments or none, as moderation decided. */
@NullMarked
package io.parley.comments.thread;

import org.jspecify.annotations.NullMarked;
