package io.parley.benchmarks.drain;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.parley.contract.Topics;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The floor: the reads and writes of moderation on stores of the same kind, with values
 * of about the same size, and nothing read, decided or encoded.
 */
final class PassThrough implements Processor<String, byte[], String, byte[]> {

	private static final String AUTHORS = "authors";

	private static final String COMMENTS = "comments";

	private static final String POLICY = "policy";

	/** An author's history with some recent comments. */
	private static final int AUTHOR_BYTES = 250;

	private @Nullable ProcessorContext<String, byte[]> context;

	static void build(StreamsBuilder builder) {
		for (String store : new String[] { AUTHORS, COMMENTS }) {
			builder.addStateStore(Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(store), Serdes.String(),
					Serdes.ByteArray()));
		}
		builder.addStateStore(
				Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(POLICY), Serdes.String(), Serdes.ByteArray()));
		builder.stream(Topics.COMMENTS, Consumed.with(Serdes.String(), Serdes.ByteArray()))
			.process(PassThrough::new, AUTHORS, COMMENTS, POLICY)
			.to(Topics.DECISIONS, Produced.with(Serdes.String(), Serdes.ByteArray()));
	}

	@Override
	public void init(ProcessorContext<String, byte[]> context) {
		this.context = context;
	}

	@Override
	public void process(Record<String, byte[]> record) {
		ProcessorContext<String, byte[]> topology = requireNonNull(this.context);
		byte[] comment = record.value();
		String id = new String(record.headers().lastHeader("ce_subject").value(), StandardCharsets.UTF_8);
		var _ = this.<byte[]>store(POLICY).get("hash");
		KeyValueStore<String, byte[]> authors = store(AUTHORS);
		var _ = authors.get(record.key());
		KeyValueStore<String, byte[]> comments = store(COMMENTS);
		if (comments.get(id) == null) {
			comments.put(id, comment);
			authors.put(record.key(), Arrays.copyOf(comment, Math.min(AUTHOR_BYTES, comment.length)));
		}
		topology.forward(record);
	}

	private <V> KeyValueStore<String, V> store(String name) {
		return requireNonNull(this.context).getStateStore(name);
	}

}
