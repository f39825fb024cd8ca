package io.parley.moderation.topology;

import java.util.function.BiConsumer;

import io.parley.moderation.signal.KeyValues;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** Bytes in a store of the topology. */
record StoredValues(KeyValueStore<String, byte[]> store) implements KeyValues {

	@Override
	public byte @Nullable [] get(String key) {
		return store.get(key);
	}

	@Override
	public void put(String key, byte[] value) {
		store.put(key, value);
	}

	@Override
	public void delete(String key) {
		store.delete(key);
	}

	@Override
	public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
		try (StringSerializer serializer = new StringSerializer();
				KeyValueIterator<String, byte[]> found = store.prefixScan(prefix, serializer)) {
			while (found.hasNext()) {
				KeyValue<String, byte[]> entry = found.next();
				visitor.accept(entry.key, entry.value);
			}
		}
	}

}
