package io.parley.comments.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The keys of all sites, kept in memory, so that a wrong key costs the database nothing.
 * Thread-safe.
 */
class ApiKeys {

	private static final Logger log = LoggerFactory.getLogger(ApiKeys.class);

	private final JdbcClient jdbc;

	private volatile Map<String, Site> siteByHash = Map.of();

	ApiKeys(JdbcClient jdbc, AccessSettings settings) {
		this.jdbc = jdbc;
		settings.keys().forEach(this::put);
		load();
		if (siteByHash.isEmpty()) {
			log.warn("There is no API key, so nobody can call: set parley.access.keys[0].site, .name and .sha256");
		}
	}

	private void put(AccessSettings.Key key) {
		jdbc.sql("""
				insert into api_key (site, name, hash) values (?, ?, ?)
				on conflict (site, name) do update set hash = excluded.hash where api_key.hash <> excluded.hash
				""").param(key.site()).param(key.name()).param(key.hash()).update();
	}

	/** Another instance may have brought new keys. */
	@Scheduled(fixedDelay = 30, initialDelay = 30, timeUnit = TimeUnit.SECONDS)
	void reload() {
		try {
			load();
		}
		catch (DataAccessException failure) {
			log.warn("The API keys stay as they were: {}", failure.getMessage());
		}
	}

	private void load() {
		Map<String, Site> loaded = new HashMap<>();
		jdbc.sql("select site, hash from api_key").query(row -> {
			loaded.put(HexFormat.of().formatHex(row.getBytes("hash")), new Site(row.getString("site")));
		});
		siteByHash = Map.copyOf(loaded);
	}

	/**
	 * The site that a key belongs to. How long the lookup takes tells nothing about the
	 * stored keys, as it is made by a hash that the caller cannot steer.
	 */
	Optional<Site> siteOf(String key) {
		return Optional.ofNullable(siteByHash.get(HexFormat.of().formatHex(sha256(key))));
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
