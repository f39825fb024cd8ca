package io.parley.comments.publishing;

import io.parley.contract.TopicMismatchException;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells an operator in plain words which topics differ, instead of a stack trace. */
class TopicMismatchFailureAnalyzer extends AbstractFailureAnalyzer<TopicMismatchException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, TopicMismatchException cause) {
		return new FailureAnalysis(String.valueOf(cause.getMessage()),
				"Either change the topics on the broker, or set parley.topics.partitions, parley.topics.retention "
						+ "to what they are. Every service of this installation needs the same settings.",
				cause);
	}

}
