package io.parley.local.command;

import java.security.SecureRandom;

/** Passwords that nobody guesses and a person can type. */
public final class MadePassword {

	/** Without those that are taken for another. */
	private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";

	private static final int GROUPS = 5;

	private MadePassword() {
	}

	/** A new one, of 100 random bits. */
	public static String random() {
		SecureRandom random = new SecureRandom();
		StringBuilder password = new StringBuilder();
		for (int group = 0; group < GROUPS; group++) {
			password.append((group > 0) ? "-" : "");
			for (int i = 0; i < 4; i++) {
				password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
			}
		}
		return password.toString();
	}

}
