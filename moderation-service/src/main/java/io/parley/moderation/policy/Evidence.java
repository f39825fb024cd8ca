package io.parley.moderation.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.parley.contract.Hit;

/** What one condition has read so far. */
final class Evidence {

	/** A flooded text must not make a flooded decision. */
	static final int MOST_SPANS = 50;

	private static final int MOST_CHARACTERS = 500;

	private static final Comparator<Hit.Span> IN_TEXT = Comparator.comparingInt(Hit.Span::start)
		.thenComparing(Comparator.comparingInt(Hit.Span::end).reversed())
		.thenComparing(Hit.Span::list, Comparator.nullsLast(Comparator.naturalOrder()))
		.thenComparing(Hit.Span::term);

	private final Set<Hit.Span> spans = new LinkedHashSet<>();

	private final List<Supplier<List<Hit.Span>>> later = new ArrayList<>();

	private final Map<String, Object> values = new TreeMap<>();

	void found(List<Hit.Span> more) {
		this.spans.addAll(more);
	}

	/** Costs nothing unless the rule matches. */
	void foundLater(Supplier<List<Hit.Span>> more) {
		this.later.add(more);
	}

	void read(String name, Object value) {
		this.values.put(name, plain(value));
	}

	List<Hit.Span> spans() {
		this.later.forEach(more -> this.spans.addAll(more.get()));
		List<Hit.Span> sorted = new ArrayList<>(this.spans);
		sorted.sort(IN_TEXT);
		return sorted.subList(0, Math.min(sorted.size(), MOST_SPANS));
	}

	Map<String, Object> values() {
		return this.values;
	}

	/** Cut before a half of a surrogate pair would be left. */
	static String bounded(String text) {
		if (text.length() <= MOST_CHARACTERS) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1)) ? MOST_CHARACTERS - 1 : MOST_CHARACTERS;
		return text.substring(0, end) + "…";
	}

	/** The value as JSON gives it back. */
	private static Object plain(Object value) {
		return switch (value) {
			case Long number when number == number.intValue() -> number.intValue();
			case Duration duration -> duration.toString();
			case List<?> items -> bounded(items.stream().map(String::valueOf).collect(Collectors.joining(", ")));
			case String text -> bounded(text);
			default -> value;
		};
	}

}
