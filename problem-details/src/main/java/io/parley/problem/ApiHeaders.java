package io.parley.problem;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * Headers of answers that are data for programs: a browser that is led to one shows,
 * runs, embeds and passes on nothing of it. Spring Security's own are kept: no caching,
 * no guessing of types, no frames, and over TLS nothing but TLS.
 */
public final class ApiHeaders {

	private ApiHeaders() {
	}

	/** To be given to {@link HttpSecurity#headers}. */
	public static void set(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy(policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"))
			.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
			.crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN));
	}

}
