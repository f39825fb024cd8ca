package io.parley.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One broker and one PostgreSQL server for all tests of a JVM, on throw-away folders.
 * Started by the first {@link #shared()}, stopped when the JVM ends. Safe for use by
 * several threads.
 */
public final class Backends {

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private final Broker broker;

	private final Database database;

	private Backends(Broker broker, Database database) {
		this.broker = broker;
		this.database = database;
	}

	/** The instance of this JVM. */
	public static Backends shared() {
		return Shared.INSTANCE;
	}

	private static Backends start() {
		try {
			Path folder = Files.createTempDirectory("parley-backends-");
			// Both take a few seconds, so they start beside each other.
			var database = CompletableFuture.supplyAsync(() -> Database.startTemporary(folder.resolve("postgresql")));
			Broker broker = Broker.start(folder.resolve("kafka"), 0);
			Backends backends = new Backends(broker, database.join());
			Runtime.getRuntime().addShutdownHook(new Thread(() -> backends.stop(folder), "backends-stop"));
			return backends;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void stop(Path folder) {
		this.broker.kill();
		this.database.kill();
		try {
			Folders.delete(folder);
		}
		catch (IOException _) {
			// The folder is in the system's temporary one, which is cleaned anyway.
		}
	}

	public Broker broker() {
		return this.broker;
	}

	public Database database() {
		return this.database;
	}

	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	/** Creates an empty database that nobody else uses, and returns its address. */
	public String newDatabase() {
		String name = "test_" + DATABASES.incrementAndGet();
		this.database.createDatabase(name);
		return this.database.jdbcUrl(name);
	}

	/** Loaded, and thereby started, only when it is asked for. */
	private static final class Shared {

		private static final Backends INSTANCE = start();

	}

}
