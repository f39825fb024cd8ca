package io.parley.moderation.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record that cannot be read or processed goes to {@code comments.dlt}, as it was and
 * with the reason in its headers, in the same transaction as the rest; nothing stops. A
 * failure of the state stops the thread instead, whose successor reads the record again.
 * Kafka Streams' own handler would lose the record's headers, without which it can never
 * be sent again.
 */
public class DeadLetters implements DeserializationExceptionHandler, ProcessingExceptionHandler {

	private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

	// Kafka Streams makes this object, so that no registry can be handed over.
	private static final Counter LETTERS = Counter.builder("parley.dead.letters")
		.description("Records that were set aside because they could not be used")
		.tag("topic", Topics.COMMENTS_DLT)
		.register(Metrics.globalRegistry);

	@Override
	public DeserializationExceptionHandler.Response handleError(ErrorHandlerContext context,
			ConsumerRecord<byte[], byte[]> record, Exception failure) {
		return DeserializationExceptionHandler.Response
			.resume(List.of(deadLetter(context, record.headers(), record.key(), record.value(), failure)));
	}

	@Override
	public ProcessingExceptionHandler.Response handleError(ErrorHandlerContext context, @Nullable Record<?, ?> record,
			Exception failure) {
		if (failure instanceof StreamsException) {
			// The store failed and not the record, for example because the disk is full.
			return ProcessingExceptionHandler.Response.fail();
		}
		return ProcessingExceptionHandler.Response.resume(List
			.of(deadLetter(context, context.headers(), context.sourceRawKey(), context.sourceRawValue(), failure)));
	}

	private static ProducerRecord<byte[], byte[]> deadLetter(ErrorHandlerContext context, Headers original,
			byte @Nullable [] key, byte @Nullable [] value, Exception failure) {
		log.error("The record {}-{}@{} goes to {}", context.topic(), context.partition(), context.offset(),
				Topics.COMMENTS_DLT, failure);
		LETTERS.increment();
		Headers headers = new RecordHeaders(original);
		put(headers, "parley_dlt_reason", failure.getMessage());
		put(headers, "parley_dlt_exception", failure.getClass().getName());
		put(headers, "parley_dlt_topic", context.topic());
		put(headers, "parley_dlt_partition", Integer.toString(context.partition()));
		put(headers, "parley_dlt_offset", Long.toString(context.offset()));
		return new ProducerRecord<>(Topics.COMMENTS_DLT, null, key, value, headers);
	}

	private static void put(Headers headers, String name, @Nullable String value) {
		headers.remove(name);
		headers.add(name, String.valueOf(value).getBytes(UTF_8));
	}

	@Override
	public void configure(Map<String, ?> configs) {
		// Nothing to configure.
	}

}
