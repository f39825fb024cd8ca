package io.parley.local.blog;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Somebody at a browser, who is recognised by a cookie.
 *
 * @param secret what only this browser knows
 * @param comments ids of what the reader wrote last, the latest first
 */
record Reader(String secret, List<String> comments) {

	private static final int MOST = 20;

	private static final Pattern COOKIE = Pattern
		.compile("(?:^|;\\s*)reader=([0-9a-f]{32})((?:\\.[0-9a-f-]{36}){0," + MOST + "})(?:;|$)");

	private static final SecureRandom RANDOM = new SecureRandom();

	/** The reader of a request; a new one if its cookies do not tell. */
	static Reader of(@Nullable String cookies) {
		Matcher found = COOKIE.matcher((cookies != null) ? cookies : "");
		if (!found.find()) {
			byte[] bytes = new byte[16];
			RANDOM.nextBytes(bytes);
			return new Reader(HexFormat.of().formatHex(bytes), List.of());
		}
		String ids = found.group(2);
		return new Reader(found.group(1), ids.isEmpty() ? List.of() : Arrays.asList(ids.substring(1).split("\\.", -1)));
	}

	Reader wrote(String commentId) {
		return new Reader(secret,
				Stream.concat(Stream.of(commentId), comments.stream().filter(id -> !id.equals(commentId)))
					.limit(MOST)
					.toList());
	}

	/** As other sites cannot send it along, and scripts cannot read it. */
	String cookie() {
		return "reader=" + secret + comments.stream().map(id -> "." + id).collect(Collectors.joining())
				+ "; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict";
	}

	/** The author's id: tells readers apart, and nobody can become one who knows it. */
	String authorId() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
			return "reader-" + HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every JDK knows SHA-256", missing);
		}
	}

}
