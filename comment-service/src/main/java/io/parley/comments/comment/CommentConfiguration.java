package io.parley.comments.comment;

import java.time.Clock;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CommentSettings.class)
class CommentConfiguration {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

}
