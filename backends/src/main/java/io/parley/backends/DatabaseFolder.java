package io.parley.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** The data folder of one PostgreSQL server: prepared, checked and served. */
record DatabaseFolder(Path path, PostgresCommands commands) {

	DatabaseFolder(Path path) {
		this(path, new PostgresCommands(PostgresBinaries.folder()));
	}

	/** Beside the cluster, so that the cluster's folder is PostgreSQL's alone. */
	private Path cluster() {
		return this.path.resolve("cluster");
	}

	private Path passwordFile() {
		return this.path.resolve("password");
	}

	static Path log(Path path) {
		return path.resolve("postgresql.log");
	}

	/** Ends a server that an earlier parent, killed hard, has left on the folder. */
	void stopOrphan() {
		try {
			var orphan = Postmaster.of(cluster());
			if (orphan.isPresent()) {
				orphan.get().stop();
			}
			else {
				// The number in a stale file may belong to another program, which
				// PostgreSQL would take for a running server.
				Files.deleteIfExists(Postmaster.pidFile(cluster()));
			}
		}
		catch (IOException ex) {
			throw new BackendException("Cannot use the folder " + this.path + ": " + ex.getMessage(), ex);
		}
	}

	/** Creates the cluster when the folder is new, and returns its password. */
	String prepare() {
		try {
			if (Files.notExists(this.path.resolve("prepared"))) {
				create();
			}
			for (String needed : new String[] { "PG_VERSION", "global/pg_control", "pg_wal" }) {
				if (Files.notExists(cluster().resolve(needed))) {
					throw damaged("'" + cluster().resolve(needed) + "' is missing");
				}
			}
			return Files.readString(passwordFile()).strip();
		}
		catch (IOException ex) {
			throw new BackendException("Cannot use the folder " + this.path + ": " + ex, ex);
		}
	}

	private void create() throws IOException {
		Files.createDirectories(this.path);
		// What is there without the final mark is a creation that was cut short.
		Folders.delete(cluster());
		Files.deleteIfExists(passwordFile());
		byte[] secret = new byte[24];
		new SecureRandom().nextBytes(secret);
		Files.createFile(passwordFile(),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(passwordFile(), HexFormat.of().formatHex(secret));
		var result = this.commands.run("initdb", "-D", cluster().toString(), "-U", "postgres", "-E", "UTF-8",
				"--locale=C", "-A", "scram-sha-256", "--pwfile=" + passwordFile(), "--no-sync");
		if (result.status() != 0) {
			throw new BackendException("Cannot create a PostgreSQL cluster in " + this.path + ": " + result.output());
		}
		Files.createFile(this.path.resolve("prepared"));
	}

	/** Starts the server and waits until it takes connections. */
	Database.Server startServer(int port, Map<String, String> settings) {
		StringBuilder options = new StringBuilder("-p ").append(port)
			// Connections come over TCP; a socket file would need a folder with a short
			// name.
			.append(" -c unix_socket_directories= -c listen_addresses=localhost -c max_connections=200")
			.append(" -c shared_buffers=64MB");
		settings.forEach((name, value) -> options.append(" -c ").append(name).append('=').append(value));
		ServerGuard guard = ServerGuard.start(this.commands.command("pg_ctl", "start", "-w", "-t", "60", "-D",
				cluster().toString(), "-l", log(this.path).toString(), "-o", options.toString()),
				Postmaster.pidFile(cluster()));
		boolean started = guard.hasStarted();
		var postmaster = Postmaster.of(cluster());
		if (!started || postmaster.isEmpty()) {
			postmaster.ifPresent(Postmaster::stop);
			guard.end();
			throw damaged(
					"PostgreSQL does not start; the end of its log:" + LogTail.indented(log(this.path), 8) + "\n ");
		}
		return new Database.Server(postmaster.get(), guard);
	}

	private BackendException damaged(String what) {
		return new BackendException("The data folder " + this.path + " cannot be used: " + what
				+ ". Bring it back from a copy, or remove it to start with no data");
	}

}
