package io.parley.local.up;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import io.parley.backends.Broker;
import io.parley.backends.Database;
import io.parley.contract.Topics;
import io.parley.local.command.AccessKey;

/**
 * The settings files of the services, which hold the database's password and are
 * therefore private.
 */
record ServiceSettings(InstallationOptions options, AccessKeys keys, Broker broker, Database database) {

	static final String SITE = "blog";

	/**
	 * Few, for each has its stores, and each that a transaction touches gets a marker:
	 * with twelve the broker and the moderation service of a small machine have a third
	 * more to do.
	 */
	private static final int FEWEST_PARTITIONS = 4;

	/** Of a moderation service that take partitions. */
	private static final int THREADS = 2;

	Path commentService() {
		Map<String, String> settings = common("comments", this.options.commentPort());
		settings.put("parley.access.keys[0].site", SITE);
		settings.put("parley.access.keys[0].name", "local");
		settings.put("parley.access.keys[0].sha256", new AccessKey(this.keys.platform()).sha256());
		// Whoever replays or measures here wants to know the service, not its limit.
		settings.put("parley.access.keys[0].requests-per-second", "0");
		return write("comment-service", settings);
	}

	Path moderationService(int instance) {
		Map<String, String> settings = common("moderation", this.options.moderationPort(instance));
		settings.put("parley.access.moderators[0].name", "local");
		settings.put("parley.access.moderators[0].sha256", new AccessKey(this.keys.moderator()).sha256());
		settings.put("parley.access.moderators[0].role", "admin");
		settings.put("parley.access.pages", "true");
		settings.put("parley.streams.state-dir",
				this.options.data().resolve("streams").resolve(Integer.toString(instance + 1)).toString());
		settings.put("parley.streams.threads", Integer.toString(THREADS));
		// Whoever tries Parley waits for one comment, and few come at a time.
		settings.put("spring.kafka.streams.properties.commit.interval.ms", "15");
		Path policy = this.options.policy();
		if (policy != null) {
			settings.put("parley.policy.file", policy.toString());
		}
		return write("moderation-service-" + (instance + 1), settings);
	}

	private Map<String, String> common(String databaseName, int port) {
		Map<String, String> settings = new LinkedHashMap<>();
		settings.put("server.port", Integer.toString(port));
		settings.put("server.address", "127.0.0.1");
		settings.put("spring.datasource.url", this.database.jdbcUrl(databaseName));
		settings.put("spring.datasource.username", this.database.user());
		settings.put("spring.datasource.password", this.database.password());
		settings.put("spring.kafka.bootstrap-servers", this.broker.bootstrapServers());
		settings.put("spring.lifecycle.timeout-per-shutdown-phase", "5s");
		settings.put("parley.topics.replication", "1");
		settings.put("parley.topics.partitions", Integer.toString(partitions()));
		// Nobody but this machine reaches the address above.
		settings.put("management.endpoint.prometheus.access", "read-only");
		return settings;
	}

	/** What is there stays: topics keep their partitions for ever. */
	private int partitions() {
		int present = Broker.partitions(this.options.kafka(), Topics.COMMENTS);
		return (present != 0) ? present : Math.max(FEWEST_PARTITIONS, this.options.moderationInstances() * THREADS);
	}

	/** Where the settings of a service are, for commands that need them. */
	static Path file(Path data, String name) {
		return data.resolve("settings").resolve(name + ".properties");
	}

	private Path write(String name, Map<String, String> settings) {
		Path file = file(this.options.data(), name);
		PrivateFile.write(file, settings);
		return file;
	}

}
