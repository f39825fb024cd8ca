package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;

/**
 * No text makes the search for links and odd characters fail, hang or point outside of
 * the text; kept inputs and new ones as with {@link TermFuzz}.
 */
class LinkFuzz {

	private static final DomainIndex DOMAINS = new DomainIndex(
			List.of(new TermList("list", Matching.DOMAIN, List.of("example.org", "com", "рф"))));

	@FuzzTest(maxDuration = "1h")
	void links_stay_inside_any_text(FuzzedDataProvider data) {
		String text = data.consumeRemainingAsString();

		List<Link> links = Links.find(text);

		assertThat(links).isEqualTo(Links.find(text));
		int before = 0;
		for (Link link : links) {
			assertThat(link.start()).isGreaterThanOrEqualTo(before).isLessThan(link.end());
			assertThat(link.end()).isLessThanOrEqualTo(text.length());
			assertThat(link.host()).isNotEmpty();
			assertThat(link.domain()).isNotEmpty();
			before = link.start();
		}
		assertThat(DOMAINS.find(links)).allSatisfy(hit -> assertThat(hit.end()).isLessThanOrEqualTo(text.length()));
		assertInside(MailAddresses.find(text).stream().map(mail -> new Stretch(mail.start(), mail.end())).toList(),
				text);
		assertInside(MixedScripts.find(text), text);
		assertInside(InvisibleCharacters.find(text), text);
		assertThat(Shape.capsRatio(text)).isBetween(0.0, 1.0);
		assertThat(Shape.digitShare(text)).isBetween(0.0, 1.0);
		assertThat(Shape.longestRun(text)).isBetween(0, text.length());
		assertThat(Shape.emojiCount(text)).isBetween(0, text.length());
		assertThat(Scripts.in(text)).isSorted();
	}

	private static void assertInside(List<Stretch> stretches, String text) {
		for (Stretch stretch : stretches) {
			assertThat(stretch.start()).isNotNegative().isLessThan(stretch.end());
			assertThat(stretch.end()).isLessThanOrEqualTo(text.length());
		}
	}

}
