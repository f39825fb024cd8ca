package io.parley.local.replay;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Keeps to a number of steps per second. For one thread. */
final class Pace {

	private final long start = System.nanoTime();

	private final double nanosPerStep;

	private long steps;

	private Pace(double nanosPerStep) {
		this.nanosPerStep = nanosPerStep;
	}

	static Pace of(double perSecond) {
		return new Pace(TimeUnit.SECONDS.toNanos(1) / perSecond);
	}

	static Pace unbounded() {
		return new Pace(0);
	}

	/** Returns when the next step is due; a delay is made up for. */
	void await() throws InterruptedException {
		long due = start + (long) (steps++ * nanosPerStep);
		for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
			LockSupport.parkNanos(left);
			if (Thread.interrupted()) {
				throw new InterruptedException();
			}
		}
	}

}
