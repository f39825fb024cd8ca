package io.parley.moderation.signal;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/** What is kept between events, by key. Not thread-safe. */
public interface KeyValues {

	byte @Nullable [] get(String key);

	void put(String key, byte[] value);

	void delete(String key);

	/** Visits all whose key begins so, in the order of keys; they must not be changed. */
	void scan(String prefix, BiConsumer<String, byte[]> visitor);

}
