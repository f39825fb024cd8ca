package io.parley.comments.problem;

import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.util.unit.DataSize;

import org.springframework.http.HttpStatus;

/** How requests are read, strictly, and what may be in them. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

	/** After the security filters: a stranger is told 401 first. */
	private static final int AFTER_SECURITY = 0;

	@Bean
	FilterRegistrationBean<RequestSizeFilter> requestSizeFilter(
			@Value("${parley.comments.max-request-size:256KB}") DataSize maxSize) {
		var registration = new FilterRegistrationBean<>(new RequestSizeFilter(maxSize.toBytes()));
		registration.setOrder(AFTER_SECURITY);
		return registration;
	}

	@Bean
	JsonMapperBuilderCustomizer strictJson() {
		return json -> json.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
			.disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
			.withCoercionConfig(LogicalType.Textual,
					text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
	}

	/**
	 * Platforms choose ids freely, often addresses; encoded in a path they may hold any
	 * character. No rule of access depends on them.
	 */
	@Bean
	StrictHttpFirewall firewall() {
		StrictHttpFirewall firewall = new StrictHttpFirewall();
		firewall.setAllowUrlEncodedSlash(true);
		firewall.setAllowUrlEncodedDoubleSlash(true);
		firewall.setAllowUrlEncodedPercent(true);
		firewall.setAllowUrlEncodedPeriod(true);
		firewall.setAllowSemicolon(true);
		firewall.setAllowBackSlash(true);
		return firewall;
	}

	@Bean
	RequestRejectedHandler requestRejectedHandler() {
		return (request, response, _) -> ProblemWriter.write(request, response, HttpStatus.BAD_REQUEST,
				"malformed-request", "The path, method or a header holds what is not allowed; encode it");
	}

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> tomcat() {
		return server -> {
			server.addConnectorCustomizers(connector -> {
				String untouched = EncodedSolidusHandling.PASS_THROUGH.getValue();
				connector.setEncodedSolidusHandling(untouched);
				connector.setEncodedReverseSolidusHandling(untouched);
			});
			server.addContextCustomizers(context -> {
				if (context.getParent() instanceof StandardHost host) {
					host.setErrorReportValveClass(ServerErrorValve.class.getName());
				}
			});
		};
	}

}
