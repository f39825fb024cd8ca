package io.parley.moderation.console;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of a page's parameters somebody gave, by their names and in their order.
 */
record AskedFor(Map<String, String> parameters) {

	private static final int LONGEST = 300;

	static final AskedFor NOTHING = new AskedFor(Map.of());

	AskedFor {
		parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
	}

	/** With one more parameter, unless it was not given. */
	AskedFor and(String name, @Nullable String value) {
		if (value == null) {
			return this;
		}
		Map<String, String> more = new LinkedHashMap<>(parameters);
		more.put(name, value);
		return new AskedFor(more);
	}

	/** As the query of an address, with its question mark unless it is empty. */
	String query() {
		UriComponentsBuilder query = UriComponentsBuilder.newInstance();
		parameters.keySet().forEach(name -> query.queryParam(name, "{" + name + "}"));
		return query.encode().buildAndExpand(parameters).toUriString();
	}

	/** A value as it can be looked for, or null if there is nothing to look for. */
	static @Nullable String value(@Nullable String given) {
		if (given == null || given.isBlank() || given.indexOf('\0') >= 0) {
			return null;
		}
		String stripped = given.strip();
		return (stripped.length() > LONGEST) ? stripped.substring(0, LONGEST) : stripped;
	}

}
