package io.parley.comments.comment;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import io.parley.contract.Json;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The caller's word for one comment, however often it is sent.
 *
 * @param value unique within the site
 */
record IdempotencyKey(String value) {

	static final String HEADER = "Idempotency-Key";

	/**
	 * @param field where it came from
	 */
	static @Nullable IdempotencyKey read(String field, @Nullable String value) {
		if (value == null) {
			return null;
		}
		Violations violations = new Violations();
		violations.optionalKey(field, value);
		violations.throwIfAny();
		return new IdempotencyKey(value);
	}

	/**
	 * SHA-256 of what was asked for. An anonymous author's origin is in it as its keyed
	 * hash only, so that it cannot be guessed from the stored value.
	 */
	static byte[] hashOf(NewComment payload) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(Json.MAPPER.writeValueAsBytes(payload));
		}
		catch (NoSuchAlgorithmException failure) {
			throw new IllegalStateException("Every Java runtime has SHA-256", failure);
		}
	}

}
