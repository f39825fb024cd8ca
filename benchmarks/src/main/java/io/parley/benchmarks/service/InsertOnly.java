package io.parley.benchmarks.service;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Import;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The floor of the comment service: the same server, pool and row, one insert for each
 * request. No key is checked, nothing validated, published, traced or counted.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(excludeName = { "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
		"org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.SecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration",
		"org.springframework.boot.security.autoconfigure.actuate.web.servlet.ManagementWebSecurityAutoConfiguration" })
@Import(InsertOnly.Comments.class)
class InsertOnly {

	static void main(String[] args) {
		new SpringApplicationBuilder(InsertOnly.class).properties("spring.config.name=insert-only").run(args);
	}

	/** As a platform sends it. */
	record Request(CommentThread thread, Author author, String body) {

		record CommentThread(String id) {
		}

		record Author(String id, String name) {
		}

	}

	/** As the comment service answers. */
	record Answer(String id, String status, URI self) {
	}

	@RestController
	static class Comments {

		private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

		private final JdbcClient jdbc;

		Comments(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		@PostMapping("/v1/comments")
		ResponseEntity<Answer> take(@RequestBody Request request) {
			UUID id = this.ids.generate();
			// Due late: no sweeper is to take what belongs to no comment service.
			var _ = this.jdbc.sql("""
					insert into comment (id, site, thread_id, author_key, author_id, author_name, body, submitted_at,
					  publish_due)
					values (?, 'blog', ?, ?, ?, ?, ?, ?, now() + interval '1 day')
					""")
				.params(id, request.thread().id(), "blog/" + request.author().id(), request.author().id(),
						request.author().name(), request.body(), Instant.now().atOffset(ZoneOffset.UTC))
				.update();
			URI self = URI.create("/v1/comments/" + id);
			return ResponseEntity.accepted().location(self).body(new Answer(id.toString(), "PENDING", self));
		}

	}

}
