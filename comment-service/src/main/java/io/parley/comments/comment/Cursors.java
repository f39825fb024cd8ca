package io.parley.comments.comment;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

import io.parley.problem.ProblemException;
import io.parley.problem.Violations;

import org.springframework.stereotype.Component;

/**
 * Cursors as callers see them: opaque, signed, and good only for the list they were made
 * for.
 */
@Component
class Cursors {

	private static final int SIGNATURE_BYTES = 12;

	private final Installation installation;

	Cursors(Installation installation) {
		this.installation = installation;
	}

	String write(Cursor cursor, Listing list) {
		byte[] place = cursor.toBytes();
		byte[] signed = ByteBuffer.allocate(place.length + SIGNATURE_BYTES)
			.put(place)
			.put(signature(place, list))
			.array();
		return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
	}

	/**
	 * @throws ProblemException if this is not a cursor of this list
	 */
	Cursor read(String text, Listing list) {
		byte[] signed = decode(text);
		if (signed.length == Cursor.BYTES + SIGNATURE_BYTES) {
			byte[] place = Arrays.copyOf(signed, Cursor.BYTES);
			byte[] signature = Arrays.copyOfRange(signed, Cursor.BYTES, signed.length);
			if (MessageDigest.isEqual(signature, signature(place, list))) {
				return Cursor.from(ByteBuffer.wrap(place));
			}
		}
		throw Violations.single("cursor",
				"is not one of this list and order; send next of the last page as it was, or none to begin");
	}

	private static byte[] decode(String text) {
		try {
			return Base64.getUrlDecoder().decode(text);
		}
		catch (IllegalArgumentException _) {
			return new byte[0];
		}
	}

	private byte[] signature(byte[] place, Listing list) {
		return Arrays.copyOf(installation.sign(list.purpose(), place), SIGNATURE_BYTES);
	}

}
