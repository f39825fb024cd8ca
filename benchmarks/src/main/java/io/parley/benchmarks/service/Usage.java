package io.parley.benchmarks.service;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a process and its children use.
 *
 * @param cpu processor time since the start
 * @param residentMegabytes memory; what children share counts for each
 */
public record Usage(Duration cpu, long residentMegabytes) {

	/** Of a process and all that it has started. */
	public static Usage of(long pid) {
		ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
		Duration cpu = family(process).map(member -> member.info().totalCpuDuration().orElse(Duration.ZERO))
			.reduce(Duration.ZERO, Duration::plus);
		String pids = family(process).map(member -> Long.toString(member.pid())).collect(Collectors.joining(","));
		try {
			Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", pids).start();
			try (BufferedReader lines = ps.inputReader()) {
				return new Usage(cpu, lines.lines().mapToLong(line -> Long.parseLong(line.strip())).sum() >> 10);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<ProcessHandle> family(ProcessHandle process) {
		return Stream.concat(Stream.of(process), process.descendants());
	}

}
