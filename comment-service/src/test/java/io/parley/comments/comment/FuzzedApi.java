package io.parley.comments.comment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.parley.contract.Json;
import jakarta.servlet.Filter;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.core.env.MapPropertySource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;

/**
 * The service's controllers with its real way of reading requests and answering errors,
 * and requests to them as text: a line with method and address, lines of headers, an
 * empty line, the body.
 */
final class FuzzedApi {

	private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE");

	private static final Set<Integer> GOOD = Set.of(200, 201, 202, 204, 304);

	private static final Set<Integer> REFUSED = Set.of(400, 404, 405, 406, 409, 412, 413, 415);

	private final MockMvc service;

	/**
	 * @param parts controllers and what they need
	 */
	FuzzedApi(Class<?>... parts) {
		AnnotationConfigWebApplicationContext context = new AnnotationConfigWebApplicationContext();
		context.setServletContext(new MockServletContext());
		// As the service is set.
		context.getEnvironment()
			.getPropertySources()
			.addFirst(new MapPropertySource("service", Map.of("spring.web.resources.add-mappings", "false")));
		context.register(JacksonAutoConfiguration.class, HttpMessageConvertersAutoConfiguration.class,
				WebMvcAutoConfiguration.class);
		context.register(parts);
		context.refresh();
		Filter size = requireNonNull(context.getBean("requestSizeFilter", FilterRegistrationBean.class).getFilter());
		this.service = MockMvcBuilders.webAppContextSetup(context).addFilter(size).build();
	}

	/**
	 * Sends it; whatever it is, the answer is good or a problem that tells no internals.
	 */
	void check(byte[] text) throws Exception {
		MockHttpServletRequestBuilder request = read(new String(text, UTF_8));
		if (request == null) {
			return;
		}
		MockHttpServletResponse answer = service.perform(request).andReturn().getResponse();
		String body = answer.getContentAsString(UTF_8);
		if (GOOD.contains(answer.getStatus())) {
			return;
		}
		assertThat(answer.getStatus()).as(body).isIn(REFUSED);
		assertThat(answer.getContentType()).isEqualTo("application/problem+json");
		String detail = Json.MAPPER.readTree(body).path("detail").asString();
		assertThat(detail).as("%d %s", answer.getStatus(), body)
			.isNotBlank()
			.doesNotContain("Exception", "io.parley.", "tools.jackson", "org.spring");
	}

	/** The request, or none where the text is not one. */
	private static @Nullable MockHttpServletRequestBuilder read(String text) {
		int end = text.indexOf("\n\n");
		List<String> head = ((end < 0) ? text : text.substring(0, end)).lines().toList();
		int gap = head.isEmpty() ? -1 : head.getFirst().indexOf(' ');
		if (gap < 0 || !METHODS.contains(head.getFirst().substring(0, gap))) {
			return null;
		}
		try {
			MockHttpServletRequestBuilder request = request(HttpMethod.valueOf(head.getFirst().substring(0, gap)),
					URI.create("http://localhost" + head.getFirst().substring(gap + 1)));
			boolean typed = false;
			for (String line : head.subList(1, head.size())) {
				int colon = line.indexOf(':');
				if (colon > 0) {
					String name = line.substring(0, colon).strip();
					typed |= name.toLowerCase(Locale.ROOT).equals("content-type");
					request.header(name, line.substring(colon + 1).strip());
				}
			}
			return (typed ? request : request.contentType("application/json"))
				.content((end < 0) ? "" : text.substring(end + 2));
		}
		catch (IllegalArgumentException _) {
			// A server would not let it through.
			return null;
		}
	}

}
