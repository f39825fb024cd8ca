package io.parley.comments.access;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.parley.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a key call as often as it may, in this process: ten seconds' worth at once, then
 * as many a second as its limit says. Answers tell what is left, in the fields of the
 * IETF draft.
 *
 * @see <a href=
 * "https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/10/">RateLimit
 * header fields for HTTP</a>
 */
final class RateLimitFilter extends OncePerRequestFilter {

	private static final int WINDOW_SECONDS = 10;

	/** One for each key that has called, of which there are few. */
	private final ConcurrentHashMap<String, Limit> limits = new ConcurrentHashMap<>();

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ApiKey key = caller();
		if (key == null || key.requestsPerSecond() == 0 || mayCall(key, request, response)) {
			chain.doFilter(request, response);
		}
	}

	private static @Nullable ApiKey caller() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return (caller != null && caller.getDetails() instanceof ApiKey key) ? key : null;
	}

	private boolean mayCall(ApiKey key, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Limit limit = limits.compute(key.identity(),
				(_, present) -> (present != null && present.perSecond() == key.requestsPerSecond()) ? present
						: Limit.of(key.requestsPerSecond()));
		ConsumptionProbe probe = limit.bucket().tryConsumeAndReturnRemaining(1);
		response.setHeader("RateLimit-Policy",
				"\"key\";q=" + (long) limit.perSecond() * WINDOW_SECONDS + ";w=" + WINDOW_SECONDS);
		response.setHeader("RateLimit",
				"\"key\";r=" + probe.getRemainingTokens() + ";t=" + seconds(probe.getNanosToWaitForReset()));
		if (!probe.isConsumed()) {
			long wait = Math.max(1, seconds(probe.getNanosToWaitForRefill()));
			response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
			ProblemWriter.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "too-many-requests",
					"This key may call %d times a second; send the request again in %d s".formatted(limit.perSecond(),
							wait));
		}
		return probe.isConsumed();
	}

	private static long seconds(long nanos) {
		return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
	}

	/** What one key has left. */
	private record Limit(int perSecond, Bucket bucket) {

		static Limit of(int perSecond) {
			return new Limit(perSecond,
					Bucket.builder()
						.addLimit(limit -> limit.capacity((long) perSecond * WINDOW_SECONDS)
							.refillGreedy(perSecond, Duration.ofSeconds(1)))
						.build());
		}

	}

}
