package io.parley.benchmarks.drain;

import java.time.Instant;
import java.util.Map;
import java.util.Random;
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

/** Comments as the comment service publishes them, by many authors. */
record Prefill(String bootstrapServers, SampleTexts texts) {

	private static final String SITE = "blog";

	/** Comments of an author on average. */
	private static final int PER_AUTHOR = 20;

	private static final int PER_THREAD = 200;

	void write(int count) {
		TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator(new Random(1));
		Random random = new Random(2);
		Instant start = Instant.now().minusMillis(count);
		AtomicReference<@Nullable Exception> failed = new AtomicReference<>();
		try (KafkaProducer<String, PlatformEvent> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, this.bootstrapServers,
						ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4", ProducerConfig.LINGER_MS_CONFIG, 5),
				new StringSerializer(), new EventSerde<>(PlatformEvent.class))) {
			for (int number = 0; number < count; number++) {
				CommentSubmitted comment = comment(ids.generate().toString(), number, count, random,
						start.plusMillis(number));
				var _ = producer.send(new ProducerRecord<>(Topics.COMMENTS, comment.authorKey(), comment),
						(_, failure) -> failed.compareAndSet(null, failure));
			}
		}
		Exception failure = failed.get();
		if (failure != null) {
			throw new KafkaException("The comments cannot be written", failure);
		}
	}

	private CommentSubmitted comment(String id, int number, int count, Random random, Instant at) {
		String author = "reader-" + random.nextInt(Math.max(1, count / PER_AUTHOR));
		CommentThread thread = new CommentThread("article-" + number / PER_THREAD, null, null);
		return new CommentSubmitted(id, 1, SITE, thread, null,
				new Author(Author.keyOf(SITE, author), author, author, null, null), this.texts.text(number), null, at);
	}

}
