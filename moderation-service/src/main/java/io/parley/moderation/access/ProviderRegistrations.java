package io.parley.moderation.access;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.security.oauth2.client.autoconfigure.ConditionalOnOAuth2ClientRegistrationProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientPropertiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.stereotype.Component;

/**
 * The OpenID providers of the settings, each asked about itself when somebody first signs
 * in there: one that is away keeps nobody else out, and no service from starting.
 * Thread-safe.
 */
@Component
@ConditionalOnOAuth2ClientRegistrationProperties
final class ProviderRegistrations implements ClientRegistrationRepository {

	private final OAuth2ClientProperties settings;

	private final Map<String, ClientRegistration> known = new ConcurrentHashMap<>();

	ProviderRegistrations(OAuth2ClientProperties settings) {
		this.settings = settings;
		settings.getRegistration().forEach((id, registration) -> {
			if (registration.getScope() == null || !registration.getScope().contains("openid")) {
				throw new IllegalArgumentException("spring.security.oauth2.client.registration." + id
						+ ".scope must contain openid: nobody can be known without it");
			}
		});
	}

	/**
	 * @throws RuntimeException if the provider cannot be asked
	 */
	@Override
	public @Nullable ClientRegistration findByRegistrationId(String id) {
		OAuth2ClientProperties.Registration registration = settings.getRegistration().get(id);
		return (registration != null) ? known.computeIfAbsent(id, _ -> ask(id, registration)) : null;
	}

	private ClientRegistration ask(String id, OAuth2ClientProperties.Registration registration) {
		OAuth2ClientProperties one = new OAuth2ClientProperties();
		one.getRegistration().put(id, registration);
		one.getProvider().putAll(settings.getProvider());
		ClientRegistration asked = new OAuth2ClientPropertiesMapper(one).asClientRegistrations().get(id);
		if (asked == null) {
			throw new IllegalStateException("There is nothing about " + id);
		}
		return asked;
	}

	/** What people call each of them, by its id. */
	Map<String, String> names() {
		Map<String, String> names = new TreeMap<>();
		settings.getRegistration().forEach((id, registration) -> {
			String name = registration.getClientName();
			names.put(id, (name != null) ? name : id);
		});
		return names;
	}

}
