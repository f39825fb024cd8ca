package io.parley.backends;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A broker that only takes encrypted connections of users with a password (SASL_SSL,
 * PLAIN), and a PostgreSQL server that offers encrypted ones, for tests of how services
 * are told so. They end when this JVM ends.
 */
public final class SecuredServers implements AutoCloseable {

	private static final String HOST = "localhost";

	private static final String USER = "parley";

	private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";

	private final Certificate certificate;

	private final Broker broker;

	private final Database database;

	private final String password;

	private SecuredServers(Certificate certificate, Broker broker, Database database, String password) {
		this.certificate = certificate;
		this.broker = broker;
		this.database = database;
		this.password = password;
	}

	/**
	 * Starts both on throw-away data.
	 * @param folder which the caller removes
	 */
	public static SecuredServers start(Path folder) {
		Certificate certificate = Certificate.of(folder.resolve("certificates"), HOST);
		String password = certificate.password();
		var database = CompletableFuture.supplyAsync(() -> Database.start(folder.resolve("postgresql"), 0,
				Map.of("ssl", "on", "ssl_cert_file", certificate.certificate().toAbsolutePath().toString(),
						"ssl_key_file", certificate.key().toAbsolutePath().toString(), "fsync", "off")));
		Broker broker = Broker.start(folder.resolve("kafka"), 0, 0, List.of(), brokerSettings(certificate, password));
		return new SecuredServers(certificate, broker, database.join(), password);
	}

	/**
	 * The usual listener, which brokers use among themselves too, with another protocol.
	 */
	private static Map<String, String> brokerSettings(Certificate certificate, String password) {
		String store = certificate.keyStore().toAbsolutePath().toString();
		return Map.ofEntries(Map.entry("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT"),
				Map.entry("sasl.enabled.mechanisms", "PLAIN"),
				Map.entry("sasl.mechanism.inter.broker.protocol", "PLAIN"),
				Map.entry("listener.name.plaintext.plain.sasl.jaas.config",
						MODULE + " username=\"%1$s\" password=\"%2$s\" user_%1$s=\"%2$s\";".formatted(USER, password)),
				Map.entry("ssl.keystore.type", "PKCS12"), Map.entry("ssl.keystore.location", store),
				Map.entry("ssl.keystore.password", certificate.password()), Map.entry("ssl.truststore.type", "PEM"),
				Map.entry("ssl.truststore.location", certificate.certificate().toAbsolutePath().toString()));
	}

	/** PEM file of the authority that vouches for both servers. */
	public Path authority() {
		return this.certificate.certificate().toAbsolutePath();
	}

	public String bootstrapServers() {
		return this.broker.bootstrapServers();
	}

	/** The value of {@code sasl.jaas.config} with which a client gets in. */
	public String login() {
		return MODULE + " username=\"%s\" password=\"%s\";".formatted(USER, this.password);
	}

	/** The database, created if it is not there. */
	public String jdbcUrl(String name) {
		this.database.createDatabase(name);
		return this.database.jdbcUrl(name);
	}

	public String databaseUser() {
		return this.database.user();
	}

	public String databasePassword() {
		return this.database.password();
	}

	@Override
	public void close() {
		this.broker.kill();
		this.database.kill();
	}

}
