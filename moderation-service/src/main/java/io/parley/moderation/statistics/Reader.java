package io.parley.moderation.statistics;

import java.util.List;
import java.util.Locale;

import io.parley.contract.Topics;

/** Who reads the log, by consumer group. */
public enum Reader {

	/** The topology, which decides. */
	MODERATION,
	/** The moderators' tables. */
	PROJECTION,
	/** The comment service, which applies decisions. */
	COMMENTS;

	List<String> topics() {
		return switch (this) {
			case MODERATION -> List.of(Topics.COMMENTS);
			case PROJECTION -> List.of(Topics.COMMENTS, Topics.DECISIONS);
			case COMMENTS -> List.of(Topics.DECISIONS);
		};
	}

	/** The value of the tag. */
	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

}
