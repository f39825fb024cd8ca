package io.parley.moderation;

import io.parley.contract.TopicMismatchException;
import io.parley.moderation.policy.PolicyProblemsException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/** Says what an operator has to mend instead of showing a stack trace. */
class StartFailureAnalyzer implements FailureAnalyzer {

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof PolicyProblemsException problems) {
				return new FailureAnalysis("The policy has problems:\n\n" + problems.getMessage(),
						"Mend the policy; './parley policy check FILE' checks it without a start.", cause);
			}
			if (cause instanceof TopicMismatchException mismatch) {
				return new FailureAnalysis(String.valueOf(mismatch.getMessage()),
						"Give both services the same parley.topics settings.", cause);
			}
		}
		return null;
	}

}
