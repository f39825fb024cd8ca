package io.parley.comments.thread;

import java.time.Duration;
import java.time.Instant;

import io.parley.contract.ThreadMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a thread takes comments at a time.
 *
 * @param slowMode between two comments of an author; zero unless the mode is slow
 * @param since from when on; null if the thread is open
 * @param until when it ends; null for never, or if the thread is open
 */
public record ThreadState(ThreadMode mode, Duration slowMode, @Nullable Instant since, @Nullable Instant until) {

	static final ThreadState OPEN = new ThreadState(ThreadMode.OPEN, Duration.ZERO, null, null);

}
