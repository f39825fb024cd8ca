package io.parley.local.dlt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record that was set aside. Its headers say why and whence: those that begin with
 * {@code parley_dlt_} are the topology's, those with {@code kafka_dlt-} the readers' of
 * decisions.
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> message) {

	/** Says of a record that it was sent again, and from where. */
	static final String RESENT_FROM = "parley_resent_from";

	private static final String[] PREFIXES = { "parley_dlt_", "kafka_dlt-" };

	Position position() {
		return new Position(new TopicPartition(this.message.topic(), this.message.partition()), this.message.offset());
	}

	Instant time() {
		return Instant.ofEpochMilli(this.message.timestamp());
	}

	String reason() {
		return text("parley_dlt_reason", "kafka_dlt-exception-message", "no reason is told");
	}

	/** Where it was before. */
	String origin() {
		return originalTopic() + "-" + text("parley_dlt_partition", "kafka_dlt-original-partition", "?") + "@"
				+ text("parley_dlt_offset", "kafka_dlt-original-offset", "?");
	}

	/**
	 * The topic that it was set aside from; that of a letter without headers follows from
	 * its own.
	 */
	String originalTopic() {
		return text("parley_dlt_topic", "kafka_dlt-original-topic", this.message.topic().replaceFirst("\\.dlt$", ""));
	}

	String type() {
		return text("ce_type", "ce_type", "unknown type");
	}

	String key() {
		return (this.message.key() != null) ? new String(this.message.key(), StandardCharsets.UTF_8) : "no key";
	}

	private String text(String name, String otherName, String otherwise) {
		Header header = this.message.headers().lastHeader(name);
		Header found = (header != null) ? header : this.message.headers().lastHeader(otherName);
		return (found != null && found.value() != null) ? textOf(found.value()) : otherwise;
	}

	/**
	 * Spring Kafka writes numbers as four or eight bytes, everything else writes text.
	 */
	static String textOf(byte @Nullable [] value) {
		if (value == null) {
			return "null";
		}
		boolean binary = value.length > 0 && value[0] == 0;
		if (binary && value.length == Integer.BYTES) {
			return Integer.toString(ByteBuffer.wrap(value).getInt());
		}
		if (binary && value.length == Long.BYTES) {
			return Long.toString(ByteBuffer.wrap(value).getLong());
		}
		return new String(value, StandardCharsets.UTF_8);
	}

	/** The record as it was: same key, value and headers, and whence it comes now. */
	ProducerRecord<byte[], byte[]> again() {
		RecordHeaders headers = new RecordHeaders();
		for (Header header : this.message.headers()) {
			if (!header.key().startsWith(PREFIXES[0]) && !header.key().startsWith(PREFIXES[1])
					&& !header.key().equals(RESENT_FROM)) {
				headers.add(header);
			}
		}
		headers.add(RESENT_FROM, position().toString().getBytes(StandardCharsets.UTF_8));
		return new ProducerRecord<>(originalTopic(), null, this.message.key(), this.message.value(), headers);
	}

}
