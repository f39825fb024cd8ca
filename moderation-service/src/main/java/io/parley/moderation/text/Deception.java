package io.parley.moderation.text;

/** How a link looks like one to somewhere else. */
public enum Deception {

	/** What stands before an {@code @} reads like the host, as in bank.com@evil.com. */
	USER_INFO("user name before the host"),
	/** Letters of another script look like those of a well-known host. */
	LOOKALIKE("lookalike letters"),
	/** An IP address written as one number, in octal or in hexadecimal. */
	NUMBER("disguised number"),
	/** Another domain stands before the real one, as in bank.com.evil.com. */
	SUBDOMAIN("another domain before its own"),
	/** Invisible characters or a change of direction within. */
	INVISIBLE("invisible characters"),
	/** The text of the link names another domain than the one it leads to. */
	CAPTION("text names another domain");

	private final String words;

	Deception(String words) {
		this.words = words;
	}

	/** For a person who reads evidence. */
	public String words() {
		return this.words;
	}

}
