package io.parley.moderation;

import io.parley.problem.Problems;
import io.parley.problem.RequestRules;
import io.parley.trace.Traces;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** How requests are read and errors answered. */
@Configuration(proxyBeanMethods = false)
@Import({ Problems.class, Traces.class })
class WebConfiguration {

	@Bean
	RequestRules requestRules(@Value("${parley.reviews.max-request-size:64KB}") DataSize maxSize) {
		return new RequestRules(maxSize,
				"there are /v1/queue, /v1/decisions/{commentId}, /v1/reviews, /v1/campaigns, /v1/campaigns/{id}, "
						+ "/v1/campaigns/{id}/review, /v1/sanctions, /v1/threads/restricted, /v1/threads/mode, "
						+ "/v1/corrections/reset, /v1/projection and /v1/projection/rebuild");
	}

}
