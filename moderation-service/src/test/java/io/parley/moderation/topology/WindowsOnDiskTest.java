package io.parley.moderation.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WindowsOnDiskTest {

	private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 2);

	private static final Bytes KEY = Bytes.wrap("key".getBytes(UTF_8));

	private final MockProcessorContext<Void, Void> context;

	WindowsOnDiskTest(@TempDir Path folder) {
		Properties settings = new Properties();
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "windows");
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
		settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
		this.context = new MockProcessorContext<>(settings, new TaskId(0, 2), folder.toFile());
	}

	@Test
	void given_nothing_was_written_when_opened_again_then_nothing_was_read_of_the_changelog() {
		with(WindowsOnDisk.of("windows", Duration.ofDays(1)),
				store -> store.commit(Map.of(CHANGELOG, WindowsOnDisk.NOTHING_READ)));

		with(WindowsOnDisk.of("windows", Duration.ofDays(1)),
				store -> assertThat(store.committedOffset(CHANGELOG)).isEqualTo(WindowsOnDisk.NOTHING_READ));
	}

	@Test
	void given_entries_were_committed_when_opened_again_then_their_place_in_the_changelog_is_known() {
		with(WindowsOnDisk.of("windows", Duration.ofDays(1)), store -> {
			store.put(KEY, "value".getBytes(UTF_8), 1000);
			store.commit(Map.of(CHANGELOG, 7L));
		});

		with(WindowsOnDisk.of("windows", Duration.ofDays(1)), store -> {
			assertThat(store.committedOffset(CHANGELOG)).isEqualTo(7);
			assertThat(store.fetch(KEY, 1000)).asString(UTF_8).isEqualTo("value");
		});
	}

	@Test
	void given_entries_that_were_never_committed_when_opened_again_then_it_cannot_be_trusted() {
		with(WindowsOnDisk.of("windows", Duration.ofDays(1)), store -> store.put(KEY, "value".getBytes(UTF_8), 1000));

		with(WindowsOnDisk.of("windows", Duration.ofDays(1)),
				store -> assertThat(store.committedOffset(CHANGELOG)).isNull());
	}

	@Test
	void without_it_kafka_streams_forgets_what_an_empty_store_committed() {
		WindowBytesStoreSupplier plain = WindowsOnDisk.of("windows", Duration.ofDays(1)).supplier();

		with(plain, store -> {
			store.commit(Map.of(CHANGELOG, WindowsOnDisk.NOTHING_READ));
			// The day this fails, WindowsOnDisk can go.
			assertThat(store.committedOffset(CHANGELOG)).isNull();
		});
	}

	@Test
	void given_a_store_that_could_not_be_opened_when_opened_again_then_it_is_as_it_was() {
		WindowBytesStoreSupplier supplier = WindowsOnDisk.of("windows", Duration.ofDays(1));
		WindowStore<Bytes, byte[]> store = supplier.get();
		with(supplier, inUse -> {
			inUse.put(KEY, "value".getBytes(UTF_8), 1000);
			inUse.commit(Map.of(CHANGELOG, 7L));
			assertThatThrownBy(() -> open(store)).isInstanceOf(ProcessorStateException.class);
		});

		open(store);

		assertThat(store.committedOffset(CHANGELOG)).isEqualTo(7);
		store.close();
	}

	private void with(WindowBytesStoreSupplier supplier, Consumer<WindowStore<Bytes, byte[]>> use) {
		WindowStore<Bytes, byte[]> store = supplier.get();
		open(store);
		try {
			use.accept(store);
		}
		finally {
			store.close();
		}
	}

	private void open(WindowStore<Bytes, byte[]> store) {
		store.init(context.getStateStoreContext(), store);
	}

}
