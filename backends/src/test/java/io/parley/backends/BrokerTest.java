package io.parley.backends;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BrokerTest {

	@TempDir
	Path folder;

	@Test
	@Tag("thorough")
	void keeps_its_records_through_a_clean_stop_and_a_kill() throws Exception {
		int port;
		Topic topic;
		try (Broker broker = Broker.start(this.folder, 0)) {
			port = broker.port();
			topic = Topic.create("kept", broker.bootstrapServers());
			topic.write("before the stop");
		}
		Broker again = Broker.start(this.folder, port);
		topic.write("before the kill");
		again.kill();
		assertThat(again.isAlive()).isFalse();
		try (Broker _ = Broker.start(this.folder, port)) {
			assertThat(topic.read()).containsExactly("before the stop", "before the kill");
		}
	}

	@Test
	void tells_how_many_partitions_of_a_topic_a_folder_holds() throws Exception {
		assertThat(Broker.partitions(this.folder, "kept")).isZero();
		try (Broker broker = Broker.start(this.folder, 0)) {
			Topic.create("kept", broker.bootstrapServers());
			Topic.create("kept-2", broker.bootstrapServers());
		}
		assertThat(Broker.partitions(this.folder, "kept")).isEqualTo(1);
		assertThat(Broker.partitions(this.folder, "lost")).isZero();
	}

	@Test
	void names_a_port_that_is_taken() throws Exception {
		try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			assertThatExceptionOfType(BackendException.class)
				.isThrownBy(() -> Broker.start(this.folder, other.getLocalPort()))
				.withMessageContaining("Port " + other.getLocalPort() + " is taken");
		}
	}

	@Test
	void refuses_a_folder_whose_metadata_is_lost_or_of_another_cluster() throws Exception {
		Broker.start(this.folder, 0).close();
		Path metadata = this.folder.resolve("topics/meta.properties");
		String intact = Files.readString(metadata);

		Files.delete(metadata);
		assertThatExceptionOfType(BackendException.class).isThrownBy(() -> Broker.start(this.folder, 0))
			.withMessageContaining("damaged")
			.withMessageContaining("meta.properties is missing");

		Files.writeString(metadata, intact.replaceAll("cluster.id=.*", "cluster.id=AAAAAAAAAAAAAAAAAAAAAA"));
		assertThatExceptionOfType(BackendException.class).isThrownBy(() -> Broker.start(this.folder, 0))
			.withMessageContaining("names the cluster 'AAAAAAAAAAAAAAAAAAAAAA'");
	}

}
