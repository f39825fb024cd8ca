package io.parley.local.chaos;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Json;
import io.parley.contract.Verdict;

/**
 * What is kept of a decision to compare it with others: of hundreds of thousands, all
 * would not fit.
 *
 * @param digest of all that it says; two decisions are the same if these are
 */
record Made(String commentId, Verdict verdict, DecisionSource source, String digest) {

	static Made of(Decision decision) {
		return new Made(decision.commentId(), decision.verdict(), decision.source(), digest(decision));
	}

	private static String digest(Decision decision) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(Json.MAPPER.writeValueAsBytes(decision)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JVM has it", ex);
		}
	}

}
