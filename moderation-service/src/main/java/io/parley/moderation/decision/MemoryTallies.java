package io.parley.moderation.decision;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** In memory; nothing is forgotten. */
final class MemoryTallies implements Tallies {

	private final Map<String, byte[]> told = new HashMap<>();

	private final Map<String, SortedMap<String, String>> members = new HashMap<>();

	@Override
	public byte @Nullable [] told(String thing) {
		return told.get(thing);
	}

	@Override
	public void tell(String thing, byte[] news) {
		told.put(thing, news);
	}

	@Override
	public void join(String thing, String commentId, String authorKey) {
		members.computeIfAbsent(thing, _ -> new TreeMap<>()).put(commentId, authorKey);
	}

	@Override
	public SortedMap<String, String> members(String thing) {
		return new TreeMap<>(members.getOrDefault(thing, new TreeMap<>()));
	}

}
