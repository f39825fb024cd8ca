package io.parley.backends;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A real Kafka broker and controller (KRaft) in a JVM of its own, with its data in a
 * folder. It ends when this JVM ends. Safe for use by several threads.
 */
public final class Broker implements AutoCloseable {

	private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);

	private final Path data;

	private final int port;

	private final ChildProcess process;

	private Broker(Path data, int port, ChildProcess process) {
		this.data = data;
		this.port = port;
		this.process = process;
	}

	/**
	 * Starts a broker whose controller takes a free port.
	 * @param data folder of its data; created when missing, continued when not
	 * @param port of the broker, 0 for a free one
	 * @throws BackendException if it does not start, saying why
	 */
	public static Broker start(Path data, int port) {
		return start(data, port, 0);
	}

	/**
	 * Starts a broker.
	 * @param data folder of its data; created when missing, continued when not
	 * @param port of the broker, 0 for a free one
	 * @param controllerPort of its controller, 0 for a free one
	 * @throws BackendException if it does not start, saying why
	 */
	public static Broker start(Path data, int port, int controllerPort) {
		return start(data, port, controllerPort, List.of());
	}

	/**
	 * Starts a broker.
	 * @param data folder of its data; created when missing, continued when not
	 * @param port of the broker, 0 for a free one
	 * @param controllerPort of its controller, 0 for a free one
	 * @param jvmOptions further options of its JVM
	 * @throws BackendException if it does not start, saying why
	 */
	public static Broker start(Path data, int port, int controllerPort, List<String> jvmOptions) {
		return start(data, port, controllerPort, jvmOptions, Map.of());
	}

	/** Starts a broker whose settings differ in the given ones. */
	static Broker start(Path data, int port, int controllerPort, List<String> jvmOptions,
			Map<String, String> settings) {
		int brokerPort = Ports.freeOr(port, "the Kafka broker");
		int controller = Ports.freeOr(controllerPort, "the Kafka controller");
		createFolder(data);
		if (!settings.isEmpty()) {
			writeSettings(data.resolve(BrokerMain.SETTINGS), settings);
		}
		Path log = data.resolve("kafka.log");
		ChildProcess process = ChildProcess.start(command(data, log, brokerPort, controller, jvmOptions), Map.of(),
				null);
		String failure = failure(process.output());
		if (failure != null) {
			process.kill();
			throw new BackendException("Kafka does not start on " + data + ": " + failure
					+ (failure.isEmpty() ? LogTail.indented(log, 10) : ""));
		}
		return new Broker(data, brokerPort, process);
	}

	/**
	 * How many partitions of a topic are in the folder of a broker's data.
	 * @return 0 if the topic or the folder does not exist
	 */
	public static int partitions(Path data, String topic) {
		Path topics = data.resolve(BrokerMain.TOPICS);
		if (Files.notExists(topics)) {
			return 0;
		}
		Pattern partition = Pattern.compile(Pattern.quote(topic) + "-[0-9]+");
		try (Stream<Path> folders = Files.list(topics)) {
			return (int) folders.filter(folder -> partition.matcher(folder.getFileName().toString()).matches()).count();
		}
		catch (IOException ex) {
			throw new BackendException("Cannot read the folder " + topics + " of Kafka: " + ex.getMessage(), ex);
		}
	}

	private static void createFolder(Path data) {
		try {
			Files.createDirectories(data);
		}
		catch (IOException ex) {
			throw new BackendException("Cannot create the folder " + data + " for Kafka: " + ex.getMessage(), ex);
		}
	}

	/** By a file, for a command line can be seen by everyone. */
	private static void writeSettings(Path file, Map<String, String> settings) {
		Properties properties = new Properties();
		properties.putAll(settings);
		try (var writer = Files.newBufferedWriter(file)) {
			properties.store(writer, null);
		}
		catch (IOException ex) {
			throw new BackendException("Cannot write " + file + " for Kafka: " + ex.getMessage(), ex);
		}
	}

	private static List<String> command(Path data, Path log, int port, int controllerPort, List<String> jvmOptions) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m",
						"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError",
						"--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
		command.addAll(jvmOptions);
		command.addAll(List.of("-Dlogback.configurationFile=io/parley/backends/kafka-logback.xml", "-Dkafka.log=" + log,
				"-cp", classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
				BrokerMain.class.getName(), data.toString(), Integer.toString(port), Integer.toString(controllerPort)));
		return command;
	}

	/**
	 * The class path of a broker. This JVM's holds all that it needs; but only one way of
	 * logging may remain on it, and no folders of other classes, which would keep the JVM
	 * from using a classes cache.
	 */
	public static List<Path> classPath() {
		Path own = own();
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map((entry) -> Path.of(entry).toAbsolutePath())
			.filter((entry) -> !entry.getFileName().toString().startsWith("log4j-to-slf4j"))
			.filter((entry) -> Files.isRegularFile(entry) || entry.equals(own))
			.toList();
	}

	private static Path own() {
		try {
			return Path.of(BrokerMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		}
		catch (URISyntaxException ex) {
			throw new IllegalStateException("The place of a class is an address", ex);
		}
	}

	/** Waits for the child's word: nothing when it is ready, else the reason. */
	private static @Nullable String failure(BufferedReader output) {
		try {
			for (String line = output.readLine(); line != null; line = output.readLine()) {
				if (line.equals(BrokerMain.READY)) {
					return null;
				}
				if (line.startsWith(BrokerMain.FAILED)) {
					return line.substring(BrokerMain.FAILED.length());
				}
			}
		}
		catch (IOException _) {
			// The child died, which is what the empty answer says.
		}
		return "";
	}

	public String bootstrapServers() {
		return "localhost:" + this.port;
	}

	public int port() {
		return this.port;
	}

	/** The process id of the broker's JVM. */
	public long pid() {
		return this.process.pid();
	}

	/** The log file of the broker. */
	public Path log() {
		return this.data.resolve("kafka.log");
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** Runs the action once the broker has ended, for whatever reason. */
	public void onExit(Runnable action) {
		this.process.onExit(action);
	}

	/** Kills the broker as {@code kill -9} does. */
	public void kill() {
		this.process.kill();
	}

	/** Shuts the broker down cleanly. */
	@Override
	public void close() {
		stop(STOP_PATIENCE);
	}

	/** Shuts the broker down cleanly, or kills it when that takes longer. */
	public void stop(Duration patience) {
		this.process.stop(patience);
	}

}
