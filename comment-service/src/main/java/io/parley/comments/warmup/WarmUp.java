package io.parley.comments.warmup;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

import io.parley.comments.access.OwnKey;
import io.parley.comments.decision.DecisionStore;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.EventSerde;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Exercises a service that has just started, before it says that it is ready: the first
 * comments would wait for classes to be loaded and code to be compiled. It sends itself
 * replies to comments that are not there, which go all the way to the database and leave
 * nothing there, and applies decisions about comments that are not there.
 */
@Component
class WarmUp implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private static final int CALLERS = 4;

	private static final int REQUESTS = 800;

	private static final int TIMEOUT_MILLIS = 2_000;

	private static final int BAD_REQUEST = 400;

	private final Environment environment;

	private final OwnKey key;

	private final DecisionStore decisions;

	private final Duration longest;

	WarmUp(Environment environment, OwnKey key, DecisionStore decisions,
			@Value("${parley.warm-up:3s}") Duration longest) {
		this.environment = environment;
		this.key = key;
		this.decisions = decisions;
		this.longest = longest;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		String port = environment.getProperty("local.server.port");
		boolean plain = environment.getProperty("server.ssl.bundle") == null
				&& environment.getProperty("server.ssl.key-store") == null
				&& environment.getProperty("server.ssl.certificate") == null;
		if (port == null || !plain || longest.isZero()) {
			return;
		}
		long begin = System.nanoTime();
		AtomicInteger done = new AtomicInteger();
		URI service = URI
			.create("http://" + environment.getProperty("server.address", "localhost") + ':' + port + "/v1/comments");
		String secret = key.issue();
		try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int caller = 0; caller < CALLERS; caller++) {
				callers.execute(() -> work(service, secret, begin + longest.toNanos(), done));
			}
		}
		finally {
			key.revoke();
		}
		log.info("Warmed up by {} requests of its own in {} ms", done,
				Duration.ofNanos(System.nanoTime() - begin).toMillis());
	}

	private void work(URI service, String secret, long end, AtomicInteger done) {
		try {
			while (System.nanoTime() < end && done.incrementAndGet() <= REQUESTS) {
				if (submit(service, secret) != BAD_REQUEST) {
					return;
				}
				apply();
			}
		}
		catch (IOException | DataAccessException failure) {
			log.debug("Not warmed up: {}", failure.getMessage());
		}
	}

	/** Returns the status. */
	private static int submit(URI service, String secret) throws IOException {
		HttpURLConnection request = (HttpURLConnection) service.toURL().openConnection();
		request.setConnectTimeout(TIMEOUT_MILLIS);
		request.setReadTimeout(TIMEOUT_MILLIS);
		request.setDoOutput(true);
		request.setRequestProperty("Authorization", "Bearer " + secret);
		request.setRequestProperty("Content-Type", "application/json");
		request.setRequestProperty("Idempotency-Key", UUID.randomUUID().toString());
		request.getOutputStream().write("""
				{"thread": {"id": "warm-up", "url": "https://example.org/warm-up", "title": "Warm-up"},
				 "parentId": "%s", "author": {"id": "nobody", "name": "Nobody", "role": "reader"},
				 "body": "Nobody reads this, see https://example.org", "language": "en"}
				""".formatted(UUID.randomUUID()).getBytes(StandardCharsets.UTF_8));
		int status = request.getResponseCode();
		try (InputStream answer = (status < BAD_REQUEST) ? request.getInputStream() : request.getErrorStream()) {
			if (answer != null) {
				var _ = answer.readAllBytes();
			}
		}
		return status;
	}

	/** Of no comment, but read and written as any other. */
	private void apply() {
		EventSerde<Decision> serde = new EventSerde<>(Decision.class);
		RecordHeaders headers = new RecordHeaders();
		byte[] record = serde.serialize(Topics.DECISIONS, headers,
				new Decision("warm-up", UUID.randomUUID().toString(), 1, 1, "~", "warm-up", "~/nobody", Verdict.HOLD,
						DecisionSource.RULES, 0, new Decision.Bands(5, 10), "warm-up", List.of(), Verdict.HOLD,
						List.of(), new Decision.PublicReason("warm-up", "Nobody reads this."), null, null,
						Instant.now()));
		var _ = decisions.apply(List.of(serde.deserialize(Topics.DECISIONS, headers, record)));
	}

}
