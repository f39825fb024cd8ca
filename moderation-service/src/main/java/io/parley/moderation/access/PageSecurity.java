package io.parley.moderation.access;

import java.io.IOException;
import java.util.Map;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Sign-in by form or at an OpenID provider for pages, with a session and a token against
 * forged requests. The session is good for the API too, if the token comes along in
 * {@code X-XSRF-TOKEN}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("parley.access.pages")
class PageSecurity {

	/** Only files of our own; nothing that stands in a page is run. */
	static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
			+ "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

	private static final String LOGIN = "/login";

	/** Before that of everything else. */
	@Bean
	@Order(1)
	SecurityFilterChain pages(HttpSecurity http, PasswordSignIn passwords, ObjectProvider<ProviderSignIn> providers,
			Accounts accounts, AuditLog audit, AccessProperties access) {
		RequestCache cache = cache();
		AuthenticationSuccessHandler welcome = welcome(cache, audit);
		ProviderSignIn provider = providers.getIfAvailable();
		if (provider != null) {
			ProviderDoor.open(http, provider, LOGIN, welcome);
		}
		return http
			.securityMatcher("/", LOGIN, "/logout", "/assets/**", "/console", "/console/**",
					ProviderSignIn.BEGIN + "/*", ProviderSignIn.END)
			.authenticationManager(attempt -> (provider != null && ProviderSignIn.isMeant(attempt))
					? provider.authenticate(attempt) : passwords.authenticate(attempt))
			.headers(PageSecurity::headers)
			.authorizeHttpRequests(requests -> requests.requestMatchers("/", LOGIN, "/assets/**", "/console/refused")
				.permitAll()
				.requestMatchers("/console/admin/**")
				.hasRole("ADMIN")
				.anyRequest()
				.hasRole("MODERATOR"))
			.requestCache(requests -> requests.requestCache(cache))
			.formLogin(form -> form.loginPage(LOGIN).failureHandler(new Failure()).successHandler(welcome))
			.logout(logout -> logout.logoutSuccessHandler(PageSecurity::goodbye).addLogoutHandler((_, _, person) -> {
				if (person != null) {
					audit.add(person.getName(), HumanAction.SIGNED_OUT, null, null, Map.of());
				}
			}))
			.csrf(csrf -> csrf.spa())
			.exceptionHandling(errors -> errors.authenticationEntryPoint(new Entry()).accessDeniedHandler(refusal()))
			.addFilterAfter(new CurrentAccounts(accounts, access.oidc().longestSession()),
					SecurityContextHolderFilter.class)
			.build();
	}

	/** To the page that was asked for, else to the queue. */
	private static AuthenticationSuccessHandler welcome(RequestCache cache, AuditLog audit) {
		SavedRequestAwareAuthenticationSuccessHandler page = new SavedRequestAwareAuthenticationSuccessHandler();
		page.setDefaultTargetUrl("/console");
		page.setRequestCache(cache);
		return (request, response, person) -> {
			audit.add(person.getName(), HumanAction.SIGNED_IN, null, null, Map.of("address", RemoteAddress.of(person)));
			page.onAuthenticationSuccess(request, response, person);
		};
	}

	/** The page tells somebody of a provider that they may be signed in there still. */
	private static void goodbye(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication person) throws IOException {
		String provider = (person instanceof OAuth2AuthenticationToken token)
				? "=" + token.getAuthorizedClientRegistrationId() : "";
		response.sendRedirect(request.getContextPath() + LOGIN + "?out" + provider);
	}

	private static void headers(HeadersConfigurer<HttpSecurity> headers) {
		headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
			.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
			.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
			.crossOriginResourcePolicy(resources -> resources.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
			.permissionsPolicyHeader(
					permissions -> permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
	}

	/** In a cookie: a stranger who asks for a page makes no session. */
	private static RequestCache cache() {
		CookieRequestCache cache = new AskedFor();
		RequestMatcher whole = request -> !isPart(request);
		cache.setRequestMatcher(new AndRequestMatcher(
				PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.GET, "/console/**"), whole));
		return cache;
	}

	private static boolean isPart(HttpServletRequest request) {
		String accept = request.getHeader("Accept");
		return request.getHeader("HX-Request") != null || accept == null || !accept.contains("text/html");
	}

	/** A form that is sent with an old token: the page says what to do. */
	private static AccessDeniedHandler refusal() {
		AccessDeniedHandlerImpl page = new AccessDeniedHandlerImpl();
		page.setErrorPage("/console/refused");
		return page;
	}

	/**
	 * Where to go after signing in, and no more: who asks for the page again before is
	 * not to be answered as the cookie's request, which has no headers.
	 */
	private static final class AskedFor extends CookieRequestCache {

		@Override
		public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request,
				HttpServletResponse response) {
			return null;
		}

	}

	/** To the form; a part of a page sends the whole page there. */
	private static final class Entry implements AuthenticationEntryPoint {

		private final AuthenticationEntryPoint form = new LoginUrlAuthenticationEntryPoint(LOGIN);

		@Override
		public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
				throws IOException, ServletException {
			if (request.getHeader("HX-Request") != null) {
				response.setHeader("HX-Redirect", LOGIN + "?over");
				response.setStatus(HttpStatus.UNAUTHORIZED.value());
			}
			else if (isPart(request)) {
				response.setStatus(HttpStatus.UNAUTHORIZED.value());
			}
			else {
				form.commence(request, response, failure);
			}
		}

	}

	/** The form again, with the reason. */
	private static final class Failure implements AuthenticationFailureHandler {

		private final AuthenticationFailureHandler form = new SimpleUrlAuthenticationFailureHandler(LOGIN + "?error");

		@Override
		public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
				AuthenticationException failure) throws IOException, ServletException {
			if (failure instanceof TooManyAttemptsException tooMany) {
				response.sendRedirect(request.getContextPath() + LOGIN + "?wait=" + tooMany.seconds());
			}
			else {
				form.onAuthenticationFailure(request, response, failure);
			}
		}

	}

}
