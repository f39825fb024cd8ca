package io.parley.benchmarks.drain;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.parley.benchmarks.data.SampleTexts;
import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.EventSerde;
import io.parley.contract.PlatformEvent;
import io.parley.contract.Topics;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Comments as the comment service publishes them, by many authors.
 *
 * @param perAuthor comments of an author on average; exactly one if 1
 */
record Prefill(String bootstrapServers, SampleTexts texts, int perAuthor) {

	private static final String SITE = "blog";

	private static final int PER_THREAD = 200;

	/** Half a million in a day: authors who write twenty in it do not flood. */
	private static final long MILLIS_BETWEEN = 170;

	void write(int count) {
		TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator(new Random(1));
		Random random = new Random(2);
		Instant start = Instant.now().minusMillis(count * MILLIS_BETWEEN);
		AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
		try (KafkaProducer<String, PlatformEvent> producer = producer()) {
			for (int number = 0; number < count; number++) {
				CommentSubmitted comment = comment(ids.generate().toString(), number, count, random,
						start.plusMillis(number * MILLIS_BETWEEN));
				var _ = producer.send(new ProducerRecord<>(Topics.COMMENTS, comment.authorKey(), comment),
						(_, failure) -> failed.compareAndSet(null, failure));
			}
		}
		Exception failure = failed.get();
		if (failure != null) {
			throw new KafkaException("The comments cannot be written", failure);
		}
	}

	/** Writes a further comment to each partition. Returns their offsets. */
	Map<Integer, Long> writeToEach(int partitions) throws ExecutionException, InterruptedException {
		TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();
		Random random = new Random();
		Map<Integer, Long> offsets = new HashMap<>();
		try (KafkaProducer<String, PlatformEvent> producer = producer()) {
			for (int partition = 0; partition < partitions; partition++) {
				CommentSubmitted comment = comment(ids.generate().toString(), partition, 1, random, Instant.now());
				offsets.put(partition,
						producer.send(new ProducerRecord<>(Topics.COMMENTS, partition, comment.authorKey(), comment))
							.get()
							.offset());
			}
		}
		return offsets;
	}

	private KafkaProducer<String, PlatformEvent> producer() {
		return new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers,
						ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4", ProducerConfig.LINGER_MS_CONFIG, 5),
				new StringSerializer(), new EventSerde<>(PlatformEvent.class));
	}

	private CommentSubmitted comment(String id, int number, int count, Random random, Instant at) {
		String author = "reader-"
				+ ((this.perAuthor == 1) ? number : random.nextInt(Math.max(1, count / this.perAuthor)));
		CommentThread thread = new CommentThread("article-" + number / PER_THREAD, null, null);
		return new CommentSubmitted(id, 1, SITE, thread, null,
				new Author(Author.keyOf(SITE, author), author, author, null, null), this.texts.text(number), null, at);
	}

}
