package io.parley.moderation.access;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All people who may sign in, kept in memory: a wrong name costs the database nothing,
 * and what a command changes is known a few seconds later. Thread-safe.
 */
@Component
class Accounts implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Accounts.class);

	private final JdbcClient jdbc;

	private final Duration interval;

	private volatile Map<String, Account> accountByName = Map.of();

	private @Nullable ScheduledExecutorService reloading;

	Accounts(JdbcClient jdbc, @Value("${parley.access.reload-interval:5s}") Duration interval) {
		this.jdbc = jdbc;
		this.interval = interval;
	}

	/**
	 * The account, whatever the case of its name; null if there is none or it is shut.
	 */
	@Nullable Account find(String name) {
		return accountByName.get(name.toLowerCase(Locale.ROOT));
	}

	/** Whether nothing of the account has changed since. */
	boolean isCurrent(SignedIn person) {
		Account account = find(person.name());
		return account != null && account.version() == person.version();
	}

	void load() {
		Map<String, Account> loaded = new HashMap<>();
		jdbc.sql("select name, role, password, version from moderator where not disabled").query(row -> {
			String name = row.getString("name");
			loaded.put(name.toLowerCase(Locale.ROOT), new Account(name, Role.named(row.getString("role")),
					row.getString("password"), row.getInt("version")));
		});
		accountByName = Map.copyOf(loaded);
	}

	private void reload() {
		try {
			load();
		}
		catch (DataAccessException | IllegalArgumentException failure) {
			log.warn("The moderators stay as they were: {}", failure.getMessage());
		}
	}

	@Override
	public synchronized void start() {
		load();
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("accounts").daemon().factory());
		ScheduledFuture<?> _ = started.scheduleWithFixedDelay(this::reload, interval.toMillis(), interval.toMillis(),
				TimeUnit.MILLISECONDS);
		reloading = started;
	}

	@Override
	public synchronized void stop() {
		if (reloading != null) {
			reloading.shutdownNow();
			reloading = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return reloading != null;
	}

	/** Before requests come. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE;
	}

}
