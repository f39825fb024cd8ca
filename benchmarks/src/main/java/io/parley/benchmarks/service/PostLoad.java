package io.parley.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.parley.benchmarks.data.SampleTexts;
import io.parley.contract.Json;
import org.HdrHistogram.Histogram;

/**
 * Comments that are posted over a number of connections. No two texts are alike, and the
 * authors are so many that none of them floods.
 */
public final class PostLoad {

	private static final int AUTHORS = 500_000;

	static final int THREADS = 200;

	private final SampleTexts texts = SampleTexts.unlike();

	private final URI service;

	private final String key;

	/** Over all runs: a later one does not post what an earlier one did. */
	private final AtomicInteger posted = new AtomicInteger();

	public PostLoad(URI service, String key) {
		this.service = service;
		this.key = key;
	}

	/** As many as the service takes, each connection waiting for its answer. */
	Posted asFastAsPossible(int connections, Duration time) throws InterruptedException {
		return run(connections, time, 0);
	}

	/** So many a second, whether or not earlier ones are answered. */
	public Posted atRate(int connections, Duration time, double perSecond) throws InterruptedException {
		return run(connections, time, perSecond);
	}

	private Posted run(int connections, Duration time, double perSecond) throws InterruptedException {
		AtomicInteger next = new AtomicInteger();
		long begin = System.nanoTime();
		long end = begin + time.toNanos();
		List<Future<Posted>> parts = new ArrayList<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
			for (int connection = 0; connection < connections; connection++) {
				parts.add(clients.submit(() -> post(next, begin, end, perSecond)));
			}
		}
		Posted all = Posted.nothing();
		for (Future<Posted> part : parts) {
			try {
				all = all.and(part.get());
			}
			catch (ExecutionException failure) {
				throw new IllegalStateException("The service does not answer", failure.getCause());
			}
		}
		return all.in(Duration.ofNanos(System.nanoTime() - begin));
	}

	private Posted post(AtomicInteger next, long begin, long end, double perSecond)
			throws IOException, InterruptedException {
		Histogram latencies = Posted.histogram();
		long refused = 0;
		try (KeepAlive connection = new KeepAlive(this.service, this.key)) {
			while (System.nanoTime() < end) {
				int number = next.getAndIncrement();
				String body = body();
				long due = System.nanoTime();
				if (perSecond > 0) {
					due = begin + (long) (number * 1e9 / perSecond);
					if (due >= end) {
						break;
					}
					TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
				}
				int status = connection.post("/v1/comments", body);
				// From when it was due: waiting for a free connection is waiting, too.
				latencies.recordValue(Math.max(0, System.nanoTime() - due) / 1000);
				refused += (status / 100 == 2) ? 0 : 1;
			}
		}
		return new Posted(latencies, refused, Duration.ZERO);
	}

	private String body() {
		int number = this.posted.getAndIncrement();
		// The first numbers of neighbouring seeds look alike.
		Random random = new Random(number * 31L);
		random.nextInt();
		return Json.MAPPER.writeValueAsString(Map.of("thread", Map.of("id", "article-" + random.nextInt(THREADS)),
				"author", Map.of("id", "reader-" + random.nextInt(AUTHORS), "name", "Reader"), "body",
				this.texts.text(number)));
	}

}
