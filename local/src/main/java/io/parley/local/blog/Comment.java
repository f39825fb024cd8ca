package io.parley.local.blog;

import java.time.Instant;

import tools.jackson.databind.JsonNode;

/**
 * A comment as the page shows it.
 *
 * @param status as the comment service names it
 * @param reason what its author is told, or empty
 */
record Comment(String id, String author, String name, Instant at, String text, String status, String reason) {

	static Comment of(JsonNode json) {
		return new Comment(json.path("id").asString(""), json.at("/author/id").asString(""),
				json.at("/author/name").asString("A reader"),
				Instant.parse(json.path("submittedAt").asString(Instant.EPOCH.toString())),
				json.path("body").asString(""), json.path("status").asString(""),
				json.at("/publicReason/text").asString(""));
	}

	/** What every reader may know. */
	Shown shown() {
		return new Shown(id, name, at, text);
	}

	record Shown(String id, String name, Instant at, String text) {

	}

}
