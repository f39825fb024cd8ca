package io.parley.comments.access;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The keys that are written to the database at start-up, and what holds for all keys.
 *
 * @param requestsPerSecond of a key that has no limit of its own, in one process; 0 for
 * any number
 */
@ConfigurationProperties("parley.access")
record AccessSettings(@DefaultValue List<Key> keys, @DefaultValue("1000") int requestsPerSecond) {

	AccessSettings {
		keys = List.copyOf(keys);
	}

	/**
	 * One key of a site.
	 *
	 * @param name tells the keys of a site apart; the same name again replaces the key
	 * @param sha256 the key's SHA-256 in hex; the key itself is not configured anywhere
	 * @param scopes what it is good for
	 * @param requestsPerSecond its own limit, 0 for none, or null for that of all keys
	 */
	record Key(String site, String name, String sha256, @DefaultValue( {
			"read", "write" }) List<Scope> scopes, @Nullable Integer requestsPerSecond){

		private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

		private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{64}");

		Key {
			if (!NAME.matcher(site).matches() || !NAME.matcher(name).matches()) {
				throw new IllegalArgumentException(
						"A site and a key's name have 1 to 100 of the characters A-Z a-z 0-9 . _ -");
			}
			if (scopes.isEmpty() || (requestsPerSecond != null && requestsPerSecond < 0)) {
				throw new IllegalArgumentException("Key '" + name + "' of site '" + site
						+ "' needs scopes of read and write, and no negative requests-per-second");
			}
			scopes = List.copyOf(scopes);
			if (!HASH.matcher(sha256).matches()) {
				throw new IllegalArgumentException("sha256 of key '" + name + "' of site '" + site
						+ "' must be 64 hex digits; printf %s KEY | sha256sum computes it");
			}
		}

		byte[] hash() {
			return HexFormat.of().parseHex(sha256.toLowerCase(Locale.ROOT));
		}

	}

}
