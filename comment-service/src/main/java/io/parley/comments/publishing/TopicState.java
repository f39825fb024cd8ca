package io.parley.comments.publishing;

/** What is known about the topics. */
sealed interface TopicState {

	/** Kafka could not be asked yet. */
	record Unknown(String cause) implements TopicState {
	}

	/** They are as configured. */
	record Verified() implements TopicState {
	}

	/** They exist and differ: nothing is published until an operator acts. */
	record Mismatched(String differences) implements TopicState {
	}

}
