package io.parley.local.replay;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a replay is, on standard error. Thread-safe. */
final class Progress implements AutoCloseable {

	private final ProgressBar bar;

	Progress(long total) {
		bar = new ProgressBarBuilder().setTaskName("decided")
			.setInitialMax(total)
			.setStyle(ProgressBarStyle.ASCII)
			.setUpdateIntervalMillis(250)
			.showSpeed()
			.build();
	}

	void step() {
		bar.step();
	}

	/** Prints a line above the bar. */
	void say(String line) {
		synchronized (bar) {
			bar.pause();
			System.err.println();
			System.err.println(line);
			bar.resume();
		}
	}

	@Override
	public void close() {
		bar.close();
	}

}
