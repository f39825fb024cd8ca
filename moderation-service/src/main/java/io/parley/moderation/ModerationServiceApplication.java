package io.parley.moderation;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ModerationServiceApplication {

	static void main(String[] args) {
		SpringApplication.run(ModerationServiceApplication.class, args);
	}

}
