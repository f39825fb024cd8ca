package io.parley.moderation.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Which passwords people may have and how they are kept: as {@code {bcrypt}…}, the form
 * of Spring Security's delegating encoder, so that another algorithm can follow.
 * Thread-safe.
 */
public final class PasswordRules {

	private static final int SHORTEST = 12;

	/** bcrypt reads no more. */
	private static final int MOST_BYTES = 72;

	/** About a quarter of a second for each guess. */
	private static final int COST = 12;

	/** "Safely unguessable" of zxcvbn's five levels: more than 10^8 guesses. */
	private static final int SAFE = 3;

	private static final PasswordEncoder ENCODER = encoder();

	private PasswordRules() {
	}

	private static PasswordEncoder encoder() {
		return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(COST)));
	}

	/** What is wrong with a new password, in words for its owner, or null. */
	public static @Nullable String problem(String name, String password) {
		String normal = normal(password);
		if (normal.codePointCount(0, normal.length()) < SHORTEST) {
			return "The password needs at least " + SHORTEST + " characters; a few unrelated words are good";
		}
		if (normal.getBytes(UTF_8).length > MOST_BYTES) {
			return "The password has more than " + MOST_BYTES + " bytes in UTF-8; take a shorter one";
		}
		if (normal.chars().anyMatch(Character::isISOControl)) {
			return "The password has a control character; take it out";
		}
		if (new Zxcvbn().measure(normal, List.of(name, "parley", "moderator")).getScore() < SAFE) {
			return "The password is easy to guess; take a few unrelated words, or let one be made";
		}
		return null;
	}

	/** What is kept of a password. */
	public static String hash(String password) {
		String hash = ENCODER.encode(normal(password));
		if (hash == null) {
			throw new IllegalArgumentException("There is no password");
		}
		return hash;
	}

	/** Takes about a quarter of a second; a hash that cannot be read matches nothing. */
	static boolean matches(String password, String hash) {
		String normal = normal(password);
		try {
			return ENCODER.matches(normal, hash) && normal.getBytes(UTF_8).length <= MOST_BYTES;
		}
		catch (IllegalArgumentException _) {
			return false;
		}
	}

	/** Systems write the same letters in different ways. */
	private static String normal(String password) {
		return Normalizer.normalize(password, Normalizer.Form.NFC);
	}

}
