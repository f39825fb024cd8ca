package io.parley.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Both servers as processes on throw-away folders: nothing needs to be installed. */
record EmbeddedServers(Path folder, Broker broker, Database database) implements Servers {

	static EmbeddedServers start() {
		try {
			Path folder = Files.createTempDirectory("parley-backends-");
			// Both take a few seconds, so they start beside each other.
			var database = CompletableFuture.supplyAsync(() -> Database.startTemporary(folder.resolve("postgresql")));
			Broker broker = Broker.start(folder.resolve("kafka"), 0);
			return new EmbeddedServers(folder, broker, database.join());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	@Override
	public String jdbcUrl(String name) {
		return this.database.jdbcUrl(name);
	}

	@Override
	public String user() {
		return this.database.user();
	}

	@Override
	public String password() {
		return this.database.password();
	}

	@Override
	public void createDatabase(String name) {
		this.database.createDatabase(name);
	}

	@Override
	public void close() {
		this.broker.kill();
		this.database.kill();
		try {
			Folders.delete(this.folder);
		}
		catch (IOException _) {
			// The folder is in the system's temporary one, which is cleaned anyway.
		}
	}

}
