package io.parley.backends;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/**
 * A real PostgreSQL server as a process of its own, with its data in a folder. It ends
 * when this JVM ends. Safe for use by several threads.
 */
public final class Database implements AutoCloseable {

	private static final String USER = "postgres";

	private final Path data;

	private final int port;

	private final String password;

	private final Server server;

	private Database(Path data, int port, String password, Server server) {
		this.data = data;
		this.port = port;
		this.password = password;
		this.server = server;
	}

	/**
	 * Starts a server that keeps what it has confirmed, even through a power cut.
	 * @param data folder of its data; created when missing, continued when not
	 * @param port of the server, 0 for a free one
	 * @throws BackendException if it does not start, saying why
	 */
	public static Database start(Path data, int port) {
		return start(data, port, Map.of());
	}

	/** Starts a server on throw-away data: quicker, and not safe in a power cut. */
	static Database startTemporary(Path data) {
		return start(data, 0, Map.of("fsync", "off", "synchronous_commit", "off", "full_page_writes", "off"));
	}

	/** Starts a server whose settings differ in the given ones. */
	static Database start(Path data, int port, Map<String, String> settings) {
		// The server takes a relative folder as relative to its own.
		DatabaseFolder folder = new DatabaseFolder(data.toAbsolutePath());
		folder.stopOrphan();
		int freePort = Ports.freeOr(port, "PostgreSQL");
		String password = folder.prepare();
		return new Database(folder.path(), freePort, password, folder.startServer(freePort, settings));
	}

	/** The address of one of the server's databases, without user and password. */
	public String jdbcUrl(String database) {
		return "jdbc:postgresql://localhost:" + this.port + "/" + database;
	}

	public String user() {
		return USER;
	}

	public String password() {
		return this.password;
	}

	public int port() {
		return this.port;
	}

	/** The process id of the server's main process. */
	public long pid() {
		return process().pid();
	}

	/** The log file of the server. */
	public Path log() {
		return DatabaseFolder.log(this.data);
	}

	/**
	 * Creates the database unless it exists.
	 * @param name lower-case letters, digits and underscores
	 */
	public void createDatabase(String name) {
		create(jdbcUrl(USER), USER, this.password, name);
	}

	/** Creates the database through a connection to another one of the same server. */
	static void create(String serverUrl, String user, String password, String name) {
		if (!name.matches("[a-z][a-z0-9_]*")) {
			throw new IllegalArgumentException("Not a plain name for a database: " + name);
		}
		Properties login = new Properties();
		login.setProperty("user", user);
		login.setProperty("password", password);
		try (Connection connection = DriverManager.getConnection(serverUrl, login);
				Statement statement = connection.createStatement()) {
			var existing = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'");
			if (!existing.next()) {
				statement.execute("CREATE DATABASE " + name);
			}
		}
		catch (SQLException ex) {
			throw new BackendException("Cannot create the database " + name + ": " + ex.getMessage(), ex);
		}
	}

	public boolean isAlive() {
		return process().isAlive();
	}

	/** Runs the action once the server has ended, for whatever reason. */
	public void onExit(Runnable action) {
		var _ = process().onExit().thenRun(action);
	}

	/** Kills the server and its backends as {@code kill -9} does. */
	public void kill() {
		this.server.postmaster().kill();
		this.server.guard().end();
	}

	/** Shuts the server down cleanly, ending open connections. */
	@Override
	public void close() {
		this.server.postmaster().stop();
		this.server.guard().end();
	}

	private ProcessHandle process() {
		return this.server.postmaster().process();
	}

	/** A server that runs, and what stops it when this JVM ends. */
	record Server(Postmaster postmaster, ServerGuard guard) {
	}

}
