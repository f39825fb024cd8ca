package io.parley.moderation.signal;

import java.util.TreeMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** Kept in memory: for files and tests. */
public final class MemoryKeyValues implements KeyValues {

	private final TreeMap<String, byte[]> values = new TreeMap<>();

	@Override
	public byte @Nullable [] get(String key) {
		return values.get(key);
	}

	@Override
	public void put(String key, byte[] value) {
		values.put(key, value);
	}

	@Override
	public void delete(String key) {
		values.remove(key);
	}

	@Override
	public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
		for (var entry : values.tailMap(prefix).entrySet()) {
			if (!entry.getKey().startsWith(prefix)) {
				return;
			}
			visitor.accept(entry.getKey(), entry.getValue());
		}
	}

}
