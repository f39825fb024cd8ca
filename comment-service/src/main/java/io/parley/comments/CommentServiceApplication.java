package io.parley.comments;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;

/** Callers are sites with keys, so no user of Boot's own is made up. */
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
class CommentServiceApplication {

	static void main(String[] args) {
		SpringApplication.run(CommentServiceApplication.class, args);
	}

}
