package io.parley.comments.publishing;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** Remembers numbers for a while, and forgets them within twice that. Thread-safe. */
final class RecentNumbers {

	private final long nanos;

	private Set<Long> newer = new HashSet<>();

	private Set<Long> older = new HashSet<>();

	private long turned = System.nanoTime();

	RecentNumbers(Duration time) {
		this.nanos = time.toNanos();
	}

	synchronized void add(long number) {
		long now = System.nanoTime();
		if (now - turned > nanos) {
			older = newer;
			newer = new HashSet<>();
			turned = now;
		}
		newer.add(number);
	}

	synchronized boolean contains(Long number) {
		return newer.contains(number) || older.contains(number);
	}

}
