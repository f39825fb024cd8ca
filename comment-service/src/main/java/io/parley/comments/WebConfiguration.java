package io.parley.comments;

import java.util.Map;

import io.parley.problem.Problems;
import io.parley.problem.RequestRules;
import io.parley.trace.Traces;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.util.unit.DataSize;

/**
 * Platforms choose ids freely, often addresses; encoded in a path they may hold any
 * character. No rule of access depends on them.
 */
@Configuration(proxyBeanMethods = false)
@Import({ Problems.class, Traces.class })
class WebConfiguration {

	@Bean
	RequestRules requestRules(@Value("${parley.comments.max-request-size:256KB}") DataSize maxSize,
			@Value("${parley.comments.max-batch-size:8MB}") DataSize maxBatchSize) {
		return new RequestRules(maxSize, Map.of("/v1/comments:batch", maxBatchSize),
				"comments are at /v1/comments and /v1/threads/{id}/comments");
	}

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
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
		return server -> server.addConnectorCustomizers(connector -> {
			String untouched = EncodedSolidusHandling.PASS_THROUGH.getValue();
			connector.setEncodedSolidusHandling(untouched);
			connector.setEncodedReverseSolidusHandling(untouched);
		});
	}

}
