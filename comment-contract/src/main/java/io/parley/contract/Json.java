package io.parley.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON form of events, wherever they are written. Thread-safe. */
public final class Json {

	/** Fields in the order of the record, absent when null, times as ISO 8601. */
	public static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
		.disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
		.build();

	private Json() {
	}

}
