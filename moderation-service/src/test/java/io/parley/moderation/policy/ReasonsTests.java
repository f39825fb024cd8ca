package io.parley.moderation.policy;

import static io.parley.moderation.policy.PolicyFixture.policy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonsTests {

	private static final String YAML = """
			policy: example
			verdicts: { hold: 5, reject: 10 }
			reasons:
			  plain: Not here.
			  spam: { en: No advertising., de: Keine Werbung., uk: Без реклами. }
			rules:
			  - { id: long, when: body.length > 9, then: hold, reason: spam }
			""";

	private final Policy policy = policy(YAML);

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", textBlock = """
			de    | Buy it         | Keine Werbung.
			de-AT | Buy it         | Keine Werbung.
			fr    | Acheter        | No advertising.
			-     | Das Wetter ist heute wieder sehr schlecht und ich bleibe lieber zu Hause. | Keine Werbung.
			-     | Погода сьогодні знову дуже погана, і я краще залишуся вдома з книжкою. | Без реклами.
			-     | The weather is bad again and I would rather stay at home with a book. | No advertising.
			-     | ???            | No advertising.
			""")
	void the_sentence_is_in_the_language_of_the_comment_else_in_english(@Nullable String language, String body,
			String sentence) {
		assertThat(this.policy.publicReason("spam", comment(language, body))).isNotNull()
			.satisfies(reason -> assertThat(reason.text()).isEqualTo(sentence));
	}

	@Test
	void a_sentence_without_languages_is_for_everybody() {
		assertThat(this.policy.publicReason("plain", comment("de", "Kauft"))).isNotNull()
			.satisfies(reason -> assertThat(reason.text()).isEqualTo("Not here."));
		assertThat(this.policy.publicReason("none", comment("de", "Kauft"))).isNull();
	}

	@Test
	void sentences_of_languages_are_content() {
		assertThat(policy(YAML.replace("Keine Werbung.", "Bitte keine Werbung.")).hash())
			.isNotEqualTo(this.policy.hash());
		assertThat(policy(YAML.replace("Not here.", "{ en: Not here. }")).hash()).isEqualTo(this.policy.hash());
	}

	private static CommentSubmitted comment(@Nullable String language, String body) {
		return new CommentSubmitted("c", 1, "blog", new CommentThread("p", null, null), null,
				new Author("blog/7", "7", null, null, null), body, language, Instant.EPOCH);
	}

}
