package io.parley.moderation.decision;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/** In memory; nothing is forgotten. */
final class MemoryTallies implements Tallies {

	private final Map<String, byte[]> told = new HashMap<>();

	private final Map<String, SortedMap<String, Member>> members = new HashMap<>();

	@Override
	public byte @Nullable [] told(String thing) {
		return told.get(thing);
	}

	@Override
	public void tell(String thing, byte[] news) {
		told.put(thing, news);
	}

	@Override
	public void join(String thing, Member member) {
		members.computeIfAbsent(thing, _ -> new TreeMap<>()).put(member.commentId(), member);
	}

	@Override
	public List<Member> members(String thing) {
		return List.copyOf(members.getOrDefault(thing, Collections.emptySortedMap()).values());
	}

}
