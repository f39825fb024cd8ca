package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermOptionsTests {

	@ParameterizedTest
	@CsvSource({ "Sparse parsecs,", "a sparser arse, arse", "SPARSE ARSE, ARSE", "spärse, ärse", "sparse-arse, arse" })
	void a_term_does_not_count_in_its_exceptions(String text, String found) {
		TermIndex index = index(Matching.SUBSTRING, "arse",
				new TermOptions(false, List.of("sparse", "sparser", "parsecs")));

		assertThat(index.find(text)).extracting(hit -> text.substring(hit.start(), hit.end()))
			.isEqualTo((found == null) ? List.of() : List.of(found));
	}

	@Test
	void an_exception_may_be_a_phrase() {
		TermIndex index = index(Matching.FOLDED, "pig", new TermOptions(false, List.of("guinea pig")));

		assertThat(index.find("My Guinea  Pig, that p1g")).singleElement()
			.satisfies(hit -> assertThat(hit.start()).isEqualTo(21));
	}

	@Test
	void an_exception_is_of_its_term_and_list_only() {
		TermList spared = new TermList("spared", Matching.SUBSTRING, List.of("arse", "spars"),
				Map.of("arse", new TermOptions(false, List.of("sparse"))));
		TermList other = new TermList("other", Matching.SUBSTRING, List.of("arse"));

		assertThat(TermIndex.of(List.of(spared, other)).find("sparse")).extracting(TermHit::list, TermHit::term)
			.containsExactly(tuple("spared", "spars"), tuple("other", "arse"));
	}

	@ParameterizedTest
	@CsvSource({ "FOLDED, pêche, true", "FOLDED, peche, false", "FOLDED, PE\u0302CHE, true", "FOLDED, pèche, false",
			"FOLDED, p.ê.c.h.e, true", "FOLDED, p3che, false", "SUBSTRING, pêcheur, true",
			"SUBSTRING, pecheur, false" })
	void a_term_may_keep_its_accents(Matching matching, String text, boolean found) {
		TermIndex index = index(matching, "pêche", new TermOptions(true, List.of()));

		assertThat(index.find(text)).hasSize(found ? 1 : 0);
	}

	@Test
	void a_domain_below_an_exception_does_not_count() {
		DomainIndex index = new DomainIndex(List.of(new TermList("list", Matching.DOMAIN, List.of("example.org"),
				Map.of("example.org", new TermOptions(false, List.of("Docs.example.org"))))));

		assertThat(index.find(Links.find("https://docs.example.org/a https://a.docs.example.org/"))).isEmpty();
		assertThat(index.find(Links.find("https://notdocs.example.org/ https://example.org/"))).hasSize(2);
	}

	@Test
	void many_exceptions_in_one_text_hide_no_hit() {
		TermIndex index = index(Matching.SUBSTRING, "arse",
				new TermOptions(false, List.of("sparse", "parse", "arsenal")));

		assertThat(index.find("sparse parse arsenal ".repeat(500) + "arse " + "sparse parse arsenal ".repeat(500)))
			.singleElement()
			.satisfies(hit -> assertThat(hit.start()).isEqualTo(500 * 21));
	}

	private static TermIndex index(Matching matching, String term, TermOptions options) {
		return TermIndex.of(List.of(new TermList("list", matching, List.of(term), Map.of(term, options))));
	}

}
