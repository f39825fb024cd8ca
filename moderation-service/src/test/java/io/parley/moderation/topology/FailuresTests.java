package io.parley.moderation.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.Properties;

import io.parley.contract.Topics;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which failures are a record's own fault, and which are not. */
class FailuresTests {

	private static final byte[] RECORD = "a comment".getBytes(UTF_8);

	@TempDir
	private Path state;

	@Test
	void given_a_record_that_cannot_be_processed_then_it_is_a_dead_letter() {
		try (TopologyTestDriver driver = failingWith(new IllegalArgumentException("poison"))) {
			pipe(driver);

			assertThat(deadLetters(driver).readValue()).isEqualTo(RECORD);
		}
	}

	@Test
	void given_the_state_fails_then_the_record_is_not_given_up() {
		try (TopologyTestDriver driver = failingWith(new ProcessorStateException("the disk is full"))) {
			assertThatExceptionOfType(StreamsException.class).isThrownBy(() -> pipe(driver))
				.withStackTraceContaining("the disk is full");

			assertThat(deadLetters(driver).isEmpty()).isTrue();
		}
	}

	private TopologyTestDriver failingWith(RuntimeException failure) {
		StreamsBuilder builder = new StreamsBuilder();
		builder.<byte[], byte[]>stream(Topics.COMMENTS).foreach((_, _) -> {
			throw failure;
		});
		Properties settings = new Properties();
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "failures-tests");
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
		settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
		settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
		settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.ByteArraySerde.class);
		settings.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetters.class);
		return new TopologyTestDriver(builder.build(), settings);
	}

	private static void pipe(TopologyTestDriver driver) {
		driver.createInputTopic(Topics.COMMENTS, new ByteArraySerializer(), new ByteArraySerializer())
			.pipeInput(RECORD, RECORD);
	}

	private static TestOutputTopic<byte[], byte[]> deadLetters(TopologyTestDriver driver) {
		return driver.createOutputTopic(Topics.COMMENTS_DLT, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

}
