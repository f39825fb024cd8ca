package io.parley.backends;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** The broker's own JVM: starts it, says so, and shuts down when standard input ends. */
final class BrokerMain {

	static final String READY = "ready";

	static final String FAILED = "failed: ";

	/** File in the data folder with settings that differ from the usual ones. */
	static final String SETTINGS = "settings.properties";

	/** Folder in the data folder with one folder for each partition. */
	static final String TOPICS = "topics";

	private static final int NODE = 1;

	private final Path data;

	private final Path topics;

	private BrokerMain(Path data) {
		this.data = data;
		this.topics = data.resolve(TOPICS);
	}

	static void main(String[] args) throws IOException {
		BrokerMain main = new BrokerMain(Path.of(args[0]));
		CombinedNode server;
		try {
			main.format();
			server = new CombinedNode(
					KafkaConfig.fromProps(main.settings(Integer.parseInt(args[1]), Integer.parseInt(args[2]))));
			server.start();
		}
		catch (Exception ex) {
			Throwable reason = (ex.getCause() != null) ? ex.getCause() : ex;
			System.out.println(FAILED + String.valueOf(reason.getMessage()).replace('\n', ' '));
			System.out.flush();
			Runtime.getRuntime().halt(1);
			return;
		}
		System.out.println(READY);
		System.in.transferTo(PrintStream.nullOutputStream());
		server.stop();
		System.exit(0);
	}

	/**
	 * Gives the folder its cluster id once. A folder that had one and has lost its
	 * metadata is refused: formatting it again would hide the loss.
	 */
	private void format() throws Exception {
		Path metadata = this.topics.resolve("meta.properties");
		Path known = this.data.resolve("cluster.id");
		if (Files.notExists(metadata)) {
			if (Files.exists(known) || !isEmpty(this.topics)) {
				throw new IllegalStateException("the folder is damaged: " + metadata + " is missing."
						+ " Bring it back from a copy, or remove " + this.data + " to start without its events");
			}
			new Formatter().setNodeId(NODE)
				.setClusterId(Uuid.randomUuid().toString())
				.setDirectories(List.of(this.topics.toString()))
				.setMetadataLogDirectory(this.topics.toString())
				.setControllerListenerName("CONTROLLER")
				.setIgnoreFormatted(true)
				.setPrintStream(new PrintStream(PrintStream.nullOutputStream(), false, StandardCharsets.UTF_8))
				.run();
		}
		String cluster = clusterId(metadata);
		if (Files.notExists(known)) {
			Files.writeString(known, cluster);
		}
		else if (!Files.readString(known).strip().equals(cluster)) {
			throw new IllegalStateException("the folder is damaged: " + metadata + " names the cluster '" + cluster
					+ "', but " + known + " names '" + Files.readString(known).strip() + "'");
		}
	}

	private static boolean isEmpty(Path folder) throws IOException {
		if (Files.notExists(folder)) {
			return true;
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.findAny().isEmpty();
		}
	}

	private static String clusterId(Path metadata) throws IOException {
		Properties properties = new Properties();
		try (var reader = Files.newBufferedReader(metadata)) {
			properties.load(reader);
		}
		return properties.getProperty("cluster.id", "");
	}

	private Properties settings(int port, int controllerPort) throws IOException {
		Properties settings = new Properties();
		try (var packaged = BrokerMain.class.getResourceAsStream("broker.properties")) {
			settings.load(Objects.requireNonNull(packaged));
		}
		settings.setProperty("node.id", Integer.toString(NODE));
		settings.setProperty("log.dirs", this.topics.toString());
		settings.setProperty("listeners",
				"PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
		settings.setProperty("advertised.listeners", "PLAINTEXT://localhost:" + port);
		settings.setProperty("controller.quorum.voters", NODE + "@localhost:" + controllerPort);
		Path others = this.data.resolve(SETTINGS);
		if (Files.exists(others)) {
			try (var reader = Files.newBufferedReader(others)) {
				settings.load(reader);
			}
		}
		return settings;
	}

}
