package io.parley.backends;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One broker and one PostgreSQL server for all tests of a JVM, on throw-away data.
 * Started by the first {@link #shared()}, stopped when the JVM ends. Safe for use by
 * several threads.
 *
 * <p>
 * The system property {@code parley.backends} says where they run: {@code embedded}, as
 * processes that need nothing installed; {@code containers}, by Testcontainers;
 * {@code auto}, in containers if a Docker engine answers and has the images already, else
 * embedded. What was chosen is printed.
 */
public final class Backends {

	private static final AtomicInteger DATABASES = new AtomicInteger();

	private final Servers servers;

	private Backends(Servers servers) {
		this.servers = servers;
	}

	/**
	 * The instance of this JVM.
	 * @throws BackendException if a server does not start, saying why
	 */
	public static Backends shared() {
		return Shared.INSTANCE;
	}

	private static Backends start() {
		Servers servers = start(Choice.named(System.getProperty("parley.backends", "auto")));
		Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "backends-stop"));
		return new Backends(servers);
	}

	private static Servers start(Choice choice) {
		return switch (choice) {
			case EMBEDDED -> embedded("as asked");
			case CONTAINERS -> containers("as asked");
			case AUTO -> automatic();
		};
	}

	private static Servers automatic() {
		String obstacle = ContainerServers.obstacle();
		return (obstacle == null) ? containersIfTheyStart() : embedded(obstacle);
	}

	/** Nobody asked for containers, so an engine that cannot run them stops nobody. */
	private static Servers containersIfTheyStart() {
		try {
			return containers("the Docker engine has the images");
		}
		catch (BackendException failure) {
			return embedded(String.valueOf(failure.getMessage()));
		}
	}

	private static Servers containers(String reason) {
		print("containers", reason);
		return ContainerServers.start();
	}

	private static Servers embedded(String reason) {
		print("embedded", reason);
		return EmbeddedServers.start();
	}

	@SuppressWarnings("SystemOut") // Read by whoever runs the tests.
	private static void print(String what, String reason) {
		System.out.println(
				"Backends of the tests: " + what + " (" + reason + "; -Dparley.backends=embedded|containers|auto)");
	}

	public String bootstrapServers() {
		return this.servers.bootstrapServers();
	}

	/** Creates an empty database that nobody else uses, and returns its address. */
	public String newDatabase() {
		String name = "test_" + DATABASES.incrementAndGet();
		this.servers.createDatabase(name);
		return this.servers.jdbcUrl(name);
	}

	/** The user of the databases, who may do everything there. */
	public String databaseUser() {
		return this.servers.user();
	}

	public String databasePassword() {
		return this.servers.password();
	}

	/** The values of the property. */
	enum Choice {

		EMBEDDED, CONTAINERS, AUTO;

		static Choice named(String name) {
			for (Choice choice : values()) {
				if (choice.name().toLowerCase(Locale.ROOT).equals(name)) {
					return choice;
				}
			}
			throw new BackendException("parley.backends must be embedded, containers or auto, not '" + name + "'");
		}

	}

	/** Loaded, and thereby started, only when it is asked for. */
	private static final class Shared {

		private static final Backends INSTANCE = start();

	}

}
