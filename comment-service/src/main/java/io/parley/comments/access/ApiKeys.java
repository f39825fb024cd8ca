package io.parley.comments.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The keys of all sites, kept in memory, so that a wrong key costs the database nothing.
 * Thread-safe.
 */
class ApiKeys {

	private static final Logger log = LoggerFactory.getLogger(ApiKeys.class);

	private final JdbcClient jdbc;

	private final AccessSettings settings;

	private final OwnKey own;

	private final Clock clock;

	private volatile Map<String, ApiKey> keyByHash = Map.of();

	ApiKeys(JdbcClient jdbc, AccessSettings settings, OwnKey own, Clock clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.own = own;
		this.clock = clock;
		settings.keys().forEach(this::put);
		load();
		if (keyByHash.isEmpty()) {
			log.warn("There is no API key, so nobody can call: set parley.access.keys[0].site, .name and .sha256, "
					+ "or run ./parley keys create");
		}
	}

	/** A configured key that was revoked stays so, until another is configured. */
	private void put(AccessSettings.Key key) {
		jdbc.sql("""
				insert into api_key (site, name, hash, scopes, requests_per_second, configured)
				values (?, ?, ?, ?, ?, true)
				on conflict (site, name) do update set scopes = excluded.scopes,
				  requests_per_second = excluded.requests_per_second, configured = true, previous_hash = null,
				  previous_until = null, hash = excluded.hash,
				  revoked_at = case when api_key.hash = excluded.hash then api_key.revoked_at end
				where (api_key.hash, api_key.scopes, api_key.requests_per_second, api_key.configured)
				  is distinct from (excluded.hash, excluded.scopes, excluded.requests_per_second, true)
				""")
			.param(key.site())
			.param(key.name())
			.param(key.hash())
			.param(new SqlArrayValue("text", key.scopes().stream().map(Scope::word).toArray()))
			.param(new SqlParameterValue(Types.INTEGER, key.requestsPerSecond()))
			.update();
	}

	/** Another instance or a command may have changed keys. */
	@Scheduled(initialDelayString = "${parley.access.reload-interval:5s}",
			fixedDelayString = "${parley.access.reload-interval:5s}")
	void reload() {
		try {
			load();
		}
		catch (DataAccessException failure) {
			log.warn("The API keys stay as they were: {}", failure.getMessage());
		}
	}

	private void load() {
		Map<String, ApiKey> loaded = new HashMap<>();
		jdbc.sql("""
				select site, name, hash, scopes, requests_per_second, previous_hash, previous_until
				from api_key where revoked_at is null
				""").query(row -> {
			ApiKey key = key(row, null);
			loaded.put(HexFormat.of().formatHex(row.getBytes("hash")), key);
			byte[] previous = row.getBytes("previous_hash");
			if (previous != null) {
				loaded.putIfAbsent(HexFormat.of().formatHex(previous),
						key(row, row.getObject("previous_until", OffsetDateTime.class).toInstant()));
			}
		});
		keyByHash = Map.copyOf(loaded);
	}

	private ApiKey key(ResultSet row, @Nullable Instant until) throws SQLException {
		Integer limit = row.getObject("requests_per_second", Integer.class);
		Set<Scope> scopes = Arrays.stream((Object[]) row.getArray("scopes").getArray())
			.map(scope -> Scope.named(scope.toString()))
			.collect(Collectors.toUnmodifiableSet());
		return new ApiKey(new Site(row.getString("site")), row.getString("name"), scopes,
				(limit != null) ? limit : settings.requestsPerSecond(), until);
	}

	/**
	 * What is known of a key. How long the lookup takes tells nothing about the stored
	 * keys, as it is made by a hash that the caller cannot steer.
	 */
	Optional<ApiKey> find(String key) {
		return Optional.ofNullable(keyByHash.get(HexFormat.of().formatHex(sha256(key))))
			.filter(known -> known.isGoodAt(clock.instant()))
			.or(() -> own.find(key));
	}

	private static byte[] sha256(String key) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException failure) {
			throw new IllegalStateException("Every Java runtime has SHA-256", failure);
		}
	}

}
