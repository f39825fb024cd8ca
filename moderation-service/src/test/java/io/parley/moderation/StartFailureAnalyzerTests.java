package io.parley.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.nio.file.Files;
import java.nio.file.Path;

import io.parley.moderation.policy.PolicyReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** What an operator reads when the service does not start. */
class StartFailureAnalyzerTests {

	private final StartFailureAnalyzer analyzer = new StartFailureAnalyzer();

	@Test
	void given_a_bad_policy_then_every_problem_is_shown_with_its_line(@TempDir Path folder) throws Exception {
		Path file = Files.writeString(folder.resolve("policy.yaml"), """
				policy: broken
				verdicts: { hold: 5, reject: 10 }
				rules:
				  - id: one
				    when: links.cuont > 1
				    then: hide
				""");
		Throwable problems = catchThrowable(() -> PolicyReader.read(file));

		FailureAnalysis analysis = analyzer.analyze(new BeanCreationException("policy", "failed", problems));

		assertThat(analysis).extracting(FailureAnalysis::getDescription)
			.asString()
			.contains("policy.yaml:5:", "policy.yaml:6:", "links.count");
	}

	@Test
	void given_another_failure_then_it_is_left_to_others() {
		assertThat(analyzer.analyze(new IllegalStateException("something else"))).isNull();
	}

}
