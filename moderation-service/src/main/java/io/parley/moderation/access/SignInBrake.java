package io.parley.moderation.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets nobody guess passwords quickly. Every attempt takes from three budgets, which the
 * right password gives back: of the name at this address, of the address, and of the name
 * from anywhere. The last one is large, so that a stranger does not easily lock somebody
 * out. Bounded; thread-safe.
 */
@Component
class SignInBrake {

	private static final int MOST_BUDGETS = 20_000;

	private static final int PREFIX_OF_ONE_NETWORK = 8;

	private final Cache<String, Bucket> budgets = CacheBuilder.newBuilder()
		.maximumSize(MOST_BUDGETS)
		.expireAfterAccess(Duration.ofHours(1))
		.build();

	/**
	 * Takes one attempt.
	 * @return what to give back if the password is right
	 * @throws TooManyAttemptsException if a budget is empty
	 */
	Attempt enter(String name, String address) {
		String person = name.toLowerCase(Locale.ROOT);
		String network = network(address);
		return take(List.of(budget("both " + network + ' ' + person, 5, Duration.ofMinutes(1)),
				budget("address " + network, 30, Duration.ofSeconds(20)),
				budget("name " + person, 100, Duration.ofSeconds(6))));
	}

	/** A refused token: there is no name, only an address. */
	Attempt enter(String address) {
		return take(List.of(budget("token " + network(address), 60, Duration.ofSeconds(1))));
	}

	private static Attempt take(List<Bucket> needed) {
		List<Bucket> taken = new ArrayList<>();
		for (Bucket budget : needed) {
			ConsumptionProbe probe = budget.tryConsumeAndReturnRemaining(1);
			if (!probe.isConsumed()) {
				new Attempt(taken).forgive();
				throw new TooManyAttemptsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
			}
			taken.add(budget);
		}
		return new Attempt(List.copyOf(taken));
	}

	private Bucket budget(String key, int attempts, Duration oneMore) {
		return budgets.asMap()
			.computeIfAbsent(key,
					_ -> Bucket.builder().addLimit(limit -> limit.capacity(attempts).refillGreedy(1, oneMore)).build());
	}

	/** Who has one IPv6 address usually has all of its network. */
	private static String network(String address) {
		InetAddress parsed = parse(address);
		return (parsed instanceof Inet6Address)
				? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_OF_ONE_NETWORK)) : address;
	}

	private static @Nullable InetAddress parse(String address) {
		try {
			int zone = address.indexOf('%');
			return InetAddress.ofLiteral((zone < 0) ? address : address.substring(0, zone));
		}
		catch (IllegalArgumentException _) {
			return null;
		}
	}

	/** An attempt whose outcome is not known yet. */
	record Attempt(List<Bucket> taken) {

		void forgive() {
			taken.forEach(budget -> budget.addTokens(1));
		}

	}

}
