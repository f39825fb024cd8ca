package io.parley.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.Locale;

/** What a figure was measured on. */
public final class Machine {

	private static final OperatingSystemMXBean SYSTEM = ManagementFactory.getOperatingSystemMXBean();

	private Machine() {
	}

	/** Processors, Java and load. */
	public static String describe() {
		return "%d processors, %s, Java %s, %s".formatted(SYSTEM.getAvailableProcessors(),
				System.getProperty("os.name") + " " + System.getProperty("os.version"), Runtime.version(), load());
	}

	/** Processes that want a processor, on average over the last minute. */
	public static String load() {
		return String.format(Locale.ROOT, "load %.1f", SYSTEM.getSystemLoadAverage());
	}

}
