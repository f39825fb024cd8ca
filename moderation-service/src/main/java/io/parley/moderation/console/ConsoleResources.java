package io.parley.moderation.console;

import java.time.Duration;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * Scripts, styles and pictures under {@code /assets}: our own, and those of htmx and
 * uPlot. Templates name them by {@code @{/assets/…}} and get an address with the hash of
 * the content, which browsers keep for a year.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("parley.access.pages")
class ConsoleResources implements WebMvcConfigurer {

	@Override
	public void addResourceHandlers(ResourceHandlerRegistry registry) {
		registry.addResourceHandler("/assets/**")
			.addResourceLocations("classpath:/console/", "classpath:/META-INF/resources/webjars/")
			.setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable())
			.resourceChain(true)
			.addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
	}

	@Bean
	FilterRegistrationBean<ResourceUrlEncodingFilter> addressesWithVersions() {
		return new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
	}

}
