package io.parley.backends;

import java.sql.DriverManager;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackendsTest {

	@Test
	void all_tests_share_the_servers_and_each_gets_an_empty_database() throws Exception {
		Backends backends = Backends.shared();
		Topic topic = Topic.create("shared", backends.bootstrapServers());
		topic.write("hello");
		assertThat(new Topic("shared", Backends.shared().bootstrapServers()).read()).containsExactly("hello");

		String first = backends.newDatabase();
		assertThat(backends.newDatabase()).isNotEqualTo(first);
		try (var connection = DriverManager.getConnection(first, backends.databaseUser(),
				backends.databasePassword())) {
			var tables = connection.createStatement()
				.executeQuery("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'");
			assertThat(tables.next()).isTrue();
			assertThat(tables.getInt(1)).isZero();
		}
	}

}
