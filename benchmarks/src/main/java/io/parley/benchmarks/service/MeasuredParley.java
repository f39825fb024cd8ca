package io.parley.benchmarks.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.parley.backends.Database;
import io.parley.benchmarks.Scratch;
import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import io.parley.local.up.InstallationOptions;
import io.parley.local.up.LocalInstallation;
import io.parley.local.up.RunFile;

/** An installation of its own, on throw-away data, that is measured. */
public final class MeasuredParley implements AutoCloseable {

	private static final int ATTEMPTS = 5;

	private final Path folder;

	private final LocalInstallation installation;

	private MeasuredParley(Path folder, LocalInstallation installation) {
		this.folder = folder;
		this.installation = installation;
	}

	/**
	 * Starts it.
	 * @param jvm options that the services' JVMs get on top of their own
	 */
	public static MeasuredParley start(List<String> jvm) {
		return start(jvm, 1);
	}

	/** Starts it with several moderation services. */
	public static MeasuredParley start(List<String> jvm, int moderationInstances) {
		Map<String, String> environment = jvm.isEmpty() ? Map.of() : Map.of("_JAVA_OPTIONS", String.join(" ", jvm));
		try {
			Path folder = Files.createTempDirectory("parley-bench-");
			for (int attempt = 1;; attempt++) {
				// Below the ports that systems give to outgoing connections.
				int base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
				try {
					return new MeasuredParley(folder, LocalInstallation.start(new InstallationOptions(Checkout.folder(),
							folder, base, moderationInstances, null, environment)));
				}
				catch (CommandFailure failure) {
					if (attempt == ATTEMPTS) {
						throw failure;
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public LocalInstallation installation() {
		return this.installation;
	}

	public RunFile runFile() {
		return this.installation.runFile();
	}

	/** A connection to the database of the comment service. */
	Connection comments() throws SQLException {
		Database database = this.installation.database();
		return DriverManager.getConnection(database.jdbcUrl("comments"), database.user(), database.password());
	}

	/** A connection to the database of the moderation service. */
	public Connection moderation() throws SQLException {
		Database database = this.installation.database();
		return DriverManager.getConnection(database.jdbcUrl("moderation"), database.user(), database.password());
	}

	/** What runs, by name. */
	Map<String, Usage> processes() {
		Map<String, Usage> processes = new LinkedHashMap<>();
		processes.put("comment service", Usage.of(this.installation.commentService().pid()));
		if (this.installation.moderationService(0).isAlive()) {
			processes.put("moderation service", Usage.of(this.installation.moderationService(0).pid()));
		}
		processes.put("Kafka", Usage.of(this.installation.broker().pid()));
		processes.put("PostgreSQL", Usage.of(this.installation.database().pid()));
		return processes;
	}

	@Override
	public void close() {
		this.installation.close();
		try {
			Scratch.delete(this.folder);
		}
		catch (IOException _) {
			// The folder is in the system's temporary one, which is cleaned anyway.
		}
	}

}
