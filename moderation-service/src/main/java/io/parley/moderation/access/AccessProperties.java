package io.parley.moderation.access;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may review, besides the people of the database.
 *
 * @param moderators names, as decisions will carry them, and the hashes of their keys
 * @param oidc what an OpenID provider's word means, if there is one
 * @param pages whether people may sign in at {@code /login}, for a session
 */
@ConfigurationProperties("parley.access")
record AccessProperties(@DefaultValue List<Moderator> moderators, @DefaultValue Oidc oidc,
		@DefaultValue("false") boolean pages) {

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

	/**
	 * @param nameClaim tells who somebody is, and must not be their own choice
	 * @param roleClaim tells their groups; a dot leads into a claim of claims
	 * @param roles the groups that have each role
	 * @param longestSession after which somebody has to sign in there again, for only
	 * then it is seen that they left or have another role
	 */
	record Oidc(@DefaultValue("sub") String nameClaim, @DefaultValue("roles") String roleClaim,
			@DefaultValue Map<Role, List<String>> roles, @DefaultValue("4h") Duration longestSession) {

		Oidc {
			roles = Map.copyOf(roles);
		}

	}

}
