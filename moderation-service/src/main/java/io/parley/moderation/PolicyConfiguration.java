package io.parley.moderation;

import java.io.IOException;
import java.nio.file.Path;

import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.policy.PolicySource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The policy that decides: the operator's file, else the packaged starter policy. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

	private static final Logger log = LoggerFactory.getLogger(PolicyConfiguration.class);

	@Bean
	Policy policy(@Value("${parley.policy.file:#{null}}") @Nullable Path file)
			throws IOException, PolicyProblemsException {
		PolicySource source = (file != null) ? PolicySource.of(file) : PolicySource.starter();
		Policy policy = PolicyReader.read(source);
		log.info("Policy '{}' {} is in force: {} rules from {}", policy.name(), policy.hash(), policy.rules().size(),
				source.describe(source.file()));
		return policy;
	}

}
