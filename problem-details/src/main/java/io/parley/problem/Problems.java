package io.parley.problem;

import org.apache.catalina.core.StandardHost;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.type.LogicalType;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * To be imported by a service: requests are read strictly, and whatever goes wrong, in a
 * controller, a filter or the server, is answered by a problem detail. The service says
 * by a bean of {@link RequestRules} what may be asked of it.
 */
@Configuration(proxyBeanMethods = false)
@Import({ ErrorPage.class, ProblemAdvice.class })
public class Problems {

	/** After the security filters: a stranger is told 401 first. */
	private static final int AFTER_SECURITY = 0;

	@Bean
	FilterRegistrationBean<RequestSizeFilter> requestSizeFilter(RequestRules rules) {
		var registration = new FilterRegistrationBean<>(new RequestSizeFilter(rules));
		registration.setOrder(AFTER_SECURITY);
		return registration;
	}

	/** Nothing is guessed: a verdict read wrongly is a wrong verdict. */
	@Bean
	JsonMapperBuilderCustomizer strictJson() {
		return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.withCoercionConfig(LogicalType.Textual,
					text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	@Bean
	RequestRejectedHandler requestRejectedHandler() {
		return (request, response, _) -> ProblemWriter.write(request, response, HttpStatus.BAD_REQUEST,
				"malformed-request", "The path, method or a header holds what is not allowed; encode it");
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> serverErrors() {
		return server -> server.addContextCustomizers(context -> {
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ServerErrorValve.class.getName());
			}
		});
	}

}
