package io.parley.moderation.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WrittenLanguageTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			en | The government has decided to leave the treaty.
			de | Die Regierung hat beschlossen, den Vertrag zu verlassen.
			fr | Le gouvernement a décidé de quitter le traité.
			es | El gobierno ha decidido abandonar el tratado.
			it | Il governo ha deciso di lasciare il trattato.
			pt | O governo decidiu abandonar o tratado.
			nl | De regering heeft besloten het verdrag te verlaten.
			pl | Rząd postanowił wycofać się z traktatu.
			ru | Правительство решило выйти из договора.
			uk | Уряд вирішив вийти з договору, і це його право.
			ar | قررت الحكومة الانسحاب من المعاهدة
			zh | 政府决定退出条约
			ja | 政府は条約から脱退することを決めた
			en | THE GOVERNMENT LEFT THE TREATY 24 HOURS AGO!!! 😀😀😀
			""")
	void a_sentence_is_enough(String language, String text) {
		assertThat(WrittenLanguage.of(text)).isEqualTo(language);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "ok", "😀😀😀", "1234567890 1234567890", "!!!", "\uD83D" })
	void what_has_few_letters_cannot_be_told(String text) {
		assertThat(WrittenLanguage.of(text)).isEmpty();
	}

	@Test
	void the_answer_does_not_depend_on_what_was_asked_before() {
		String text = "Rząd postanowił, i koniec.";
		String alone = WrittenLanguage.of(text);
		WrittenLanguage.of("The government has decided to leave the treaty. ".repeat(1000));

		assertThat(WrittenLanguage.of(text)).isEqualTo(alone).isEqualTo("pl");
	}

}
