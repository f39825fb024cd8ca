package io.parley.moderation.access;

import java.util.List;
import java.util.Locale;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may review.
 *
 * @param moderators their names, as decisions will carry them, and the hashes of their
 * keys
 */
@ConfigurationProperties("parley.access")
record AccessProperties(@DefaultValue List<Moderator> moderators) {

	AccessProperties {
		moderators = List.copyOf(moderators);
	}

	/**
	 * @param sha256 SHA-256 of the key, 64 hexadecimal digits
	 * @param role moderator, policy-editor or admin
	 */
	record Moderator(String name, String sha256, @DefaultValue("moderator") Role role) {

		Moderator {
			if (name == null || name.isBlank()) {
				throw new IllegalArgumentException("parley.access.moderators: a name is missing");
			}
			if (sha256 == null || !sha256.matches("[0-9a-fA-F]{64}")) {
				throw new IllegalArgumentException("parley.access.moderators: the sha256 of " + name
						+ " must be the 64 hexadecimal digits of the key's SHA-256");
			}
			sha256 = sha256.toLowerCase(Locale.ROOT);
		}

	}

}
