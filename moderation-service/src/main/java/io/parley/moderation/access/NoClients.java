package io.parley.moderation.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** Keeps no access token: Parley does nothing in anybody's name. */
final class NoClients implements OAuth2AuthorizedClientRepository {

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals") // as it is overridden
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registrationId,
			@Nullable Authentication person, HttpServletRequest request) {
		return null;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication person, HttpServletRequest request,
			HttpServletResponse response) {
		// Its token ends by itself.
	}

	@Override
	public void removeAuthorizedClient(String registrationId, @Nullable Authentication person,
			HttpServletRequest request, HttpServletResponse response) {
		// There is none.
	}

}
