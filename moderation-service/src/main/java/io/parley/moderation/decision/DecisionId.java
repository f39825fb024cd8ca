package io.parley.moderation.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names decisions by what led to them. */
final class DecisionId {

	/** 128 bits: no collision to be expected among any number of decisions. */
	private static final int BYTES = 16;

	private DecisionId() {
	}

	/**
	 * The id of a decision.
	 * @param trigger what asked for the decision; distinguishes those about one revision
	 */
	static String of(String commentId, int revision, String policyHash, String trigger) {
		MessageDigest digest = sha256();
		for (String part : new String[] { commentId, Integer.toString(revision), policyHash, trigger }) {
			byte[] bytes = part.getBytes(UTF_8);
			// With its length, so that no two sequences of parts look alike.
			digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
			digest.update(bytes);
		}
		return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException impossible) {
			throw new IllegalStateException("Every Java platform has SHA-256", impossible);
		}
	}

}
