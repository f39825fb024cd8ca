package io.parley.backends;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** That the servers refuse what they should, so that a test with them shows something. */
class SecuredServersTest {

	@TempDir
	static Path folder;

	private static SecuredServers servers;

	private static Certificate stranger;

	@BeforeAll
	static void start() {
		servers = SecuredServers.start(folder);
		stranger = Certificate.of(folder.resolve("stranger"), "localhost");
	}

	@AfterAll
	static void stop() {
		servers.close();
	}

	@Test
	void given_the_password_and_the_authority_then_kafka_answers() throws Exception {
		assertThat(clusterId("SASL_SSL", servers.authority(), servers.login())).isNotEmpty();
	}

	@Test
	void given_anything_less_then_kafka_does_not() {
		assertThatThrownBy(() -> clusterId("SASL_SSL", servers.authority(),
				servers.login().replace("password=\"", "password=\"not")))
			.hasCauseInstanceOf(SaslAuthenticationException.class);
		assertThatThrownBy(() -> clusterId("SASL_SSL", stranger.certificate(), servers.login()))
			.hasCauseInstanceOf(SslAuthenticationException.class);
		assertThatThrownBy(() -> clusterId("PLAINTEXT", servers.authority(), servers.login()))
			.hasCauseInstanceOf(TimeoutException.class);
	}

	@Test
	void given_the_authority_then_postgresql_proves_who_it_is_and_encrypts() throws Exception {
		assertThat(isEncrypted("localhost", servers.authority())).isTrue();
	}

	@Test
	void given_another_authority_or_name_then_there_is_no_connection() {
		assertThatThrownBy(() -> isEncrypted("localhost", stranger.certificate())).isInstanceOf(SQLException.class)
			.hasMessageContaining("SSL");
		assertThatThrownBy(() -> isEncrypted("127.0.0.1", servers.authority())).isInstanceOf(SQLException.class)
			.hasMessageContaining("could not be verified");
	}

	private static String clusterId(String protocol, Path authority, String login)
			throws InterruptedException, ExecutionException {
		try (Admin admin = Admin.create(
				Map.of("bootstrap.servers", servers.bootstrapServers(), "security.protocol", protocol, "sasl.mechanism",
						"PLAIN", "sasl.jaas.config", login, "ssl.truststore.type", "PEM", "ssl.truststore.location",
						authority.toString(), "default.api.timeout.ms", "4000", "request.timeout.ms", "2000"))) {
			return admin.describeCluster().clusterId().get();
		}
	}

	private static boolean isEncrypted(String host, Path authority) throws SQLException {
		Properties login = new Properties();
		login.setProperty("user", servers.databaseUser());
		login.setProperty("password", servers.databasePassword());
		login.setProperty("sslmode", "verify-full");
		login.setProperty("sslrootcert", authority.toString());
		try (var connection = DriverManager.getConnection(servers.jdbcUrl("postgres").replace("localhost", host),
				login);
				var row = connection.createStatement()
					.executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
			return row.next() && row.getBoolean(1);
		}
	}

}
