package io.parley.moderation.access;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Sign-in by form for pages, with a session and a token against forged requests. The
 * session is good for the API too, if the token comes along in {@code X-XSRF-TOKEN}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("parley.access.pages")
class PageSecurity {

	/** Before that of everything else. */
	@Bean
	@Order(1)
	SecurityFilterChain pages(HttpSecurity http, PasswordSignIn passwords, Accounts accounts) {
		return http.securityMatcher("/login", "/logout", "/default-ui.css", "/console", "/console/**")
			.authenticationManager(passwords::authenticate)
			.headers(headers -> headers.contentSecurityPolicy(policy -> policy
				.policyDirectives("default-src 'self'; form-action 'self'; frame-ancestors 'none'")))
			.authorizeHttpRequests(requests -> requests.anyRequest().hasRole("MODERATOR"))
			.formLogin(form -> form.failureHandler(new Failure()).defaultSuccessUrl("/console"))
			.logout(Customizer.withDefaults())
			.csrf(csrf -> csrf.spa())
			.addFilterAfter(new CurrentAccounts(accounts), SecurityContextHolderFilter.class)
			.build();
	}

	/** The form again, or the word that it is too often. */
	private static final class Failure implements AuthenticationFailureHandler {

		private final AuthenticationFailureHandler form = new SimpleUrlAuthenticationFailureHandler("/login?error");

		@Override
		public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
				AuthenticationException failure) throws IOException, ServletException {
			if (failure instanceof TooManyAttemptsException) {
				WebSecurity.unauthorized(request, response, failure);
			}
			else {
				form.onAuthenticationFailure(request, response, failure);
			}
		}

	}

}
