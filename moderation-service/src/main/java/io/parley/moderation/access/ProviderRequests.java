package io.parley.moderation.access;

import java.net.http.HttpClient;
import java.time.Duration;

import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;

/** Requests to an OpenID provider, made while somebody waits. */
final class ProviderRequests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private ProviderRequests() {
	}

	static ClientHttpRequestFactory bounded() {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
				HttpClient.newBuilder().connectTimeout(PATIENCE).build());
		requests.setReadTimeout(PATIENCE);
		return requests;
	}

}
