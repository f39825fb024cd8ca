package io.parley.benchmarks.service;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.parley.benchmarks.data.SampleTexts;
import io.parley.contract.Json;
import org.HdrHistogram.Histogram;

/** Comments that are posted over a number of connections. */
public record PostLoad(URI service, String key, SampleTexts texts) {

	private static final int AUTHORS = 5_000;

	static final int THREADS = 200;

	private static final int PREPARED = 2_000;

	/** As many as the service takes, each connection waiting for its answer. */
	Posted asFastAsPossible(int connections, Duration time) throws InterruptedException {
		return run(connections, time, 0);
	}

	/** So many a second, whether or not earlier ones are answered. */
	public Posted atRate(int connections, Duration time, double perSecond) throws InterruptedException {
		return run(connections, time, perSecond);
	}

	private Posted run(int connections, Duration time, double perSecond) throws InterruptedException {
		List<String> bodies = bodies();
		AtomicInteger next = new AtomicInteger();
		long begin = System.nanoTime();
		long end = begin + time.toNanos();
		List<Future<Posted>> parts = new ArrayList<>();
		try (ExecutorService clients = Executors.newFixedThreadPool(connections)) {
			for (int connection = 0; connection < connections; connection++) {
				parts.add(clients.submit(() -> post(bodies, next, begin, end, perSecond)));
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

	private Posted post(List<String> bodies, AtomicInteger next, long begin, long end, double perSecond)
			throws IOException, InterruptedException {
		Histogram latencies = Posted.histogram();
		long refused = 0;
		try (KeepAlive connection = new KeepAlive(this.service, this.key)) {
			while (System.nanoTime() < end) {
				int number = next.getAndIncrement();
				long due = System.nanoTime();
				if (perSecond > 0) {
					due = begin + (long) (number * 1e9 / perSecond);
					if (due >= end) {
						break;
					}
					TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
				}
				int status = connection.post("/v1/comments", bodies.get(number % bodies.size()));
				// From when it was due: waiting for a free connection is waiting, too.
				latencies.recordValue(Math.max(0, System.nanoTime() - due) / 1000);
				refused += (status / 100 == 2) ? 0 : 1;
			}
		}
		return new Posted(latencies, refused, Duration.ZERO);
	}

	/** Made before, so that the client has little to do. */
	private List<String> bodies() {
		List<String> bodies = new ArrayList<>(PREPARED);
		for (int number = 0; number < PREPARED; number++) {
			bodies.add(Json.MAPPER.writeValueAsString(
					Map.of("thread", Map.of("id", "article-" + ThreadLocalRandom.current().nextInt(THREADS)), "author",
							Map.of("id", "reader-" + ThreadLocalRandom.current().nextInt(AUTHORS), "name", "Reader"),
							"body", this.texts.text(number))));
		}
		return bodies;
	}

}
