package io.parley.comments;

import java.util.Arrays;

import io.parley.backends.Backends;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.OnSharedBackends;
import io.parley.contract.TopicMismatchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Another service has created the topics already, as configured there. */
@CommentServiceTest
@ExtendWith(OutputCaptureExtension.class)
class TopicMismatchTest {

	@Test
	void topics_that_differ_from_the_settings_end_the_start_with_a_plain_message(CapturedOutput output) {
		SpringApplication service = new SpringApplication(CommentServiceApplication.class);
		service.setRegisterShutdownHook(false);
		String[] settings = OnSharedBackends.settings(Backends.shared().bootstrapServers())
			.entrySet()
			.stream()
			.map(setting -> "--" + setting.getKey() + '=' + setting.getValue())
			.toArray(String[]::new);

		assertThatThrownBy(() -> service.run(with(settings, "--parley.topics.partitions=3")))
			.hasRootCauseInstanceOf(TopicMismatchException.class);

		assertThat(output).contains("APPLICATION FAILED TO START", "comments has 12 partitions, not 3",
				"decisions has 12 partitions, not 3", "set parley.topics.partitions");
	}

	private static String[] with(String[] settings, String more) {
		String[] all = Arrays.copyOf(settings, settings.length + 1);
		all[settings.length] = more;
		return all;
	}

}
