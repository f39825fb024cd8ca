package io.parley.moderation.text;

import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DeceptiveLinksTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			https://bank.com@evil.com/                              | USER_INFO | evil.com
			https://bank.com%2Flogin@evil.com                       | USER_INFO | evil.com
			https://аррӏе.com/                                      | LOOKALIKE | xn--80ak6aa92e.com
			http://xn--80ak6aa92e.com/                              | LOOKALIKE | xn--80ak6aa92e.com
			https://pаypal.com (with a Cyrillic a)                  | LOOKALIKE | xn--pypal-4ve.com
			log in at pаypal.com/x                                  | LOOKALIKE | xn--pypal-4ve.com
			http://3405803781/login                                 | NUMBER    | 203.0.113.5
			https://www.bank.com.verify.example.ru/                 | SUBDOMAIN | bank.com.verify.example.ru
			https://ba\u200Bnk.com/                                 | INVISIBLE | bank.com
			[bank.com](https://evil.com/x)                          | CAPTION   | evil.com
			[https://www.bank.com/help](https://evil.com/x) for you | CAPTION   | evil.com
			<a class=x href="https://evil.com/">www.bank.com</a>    | CAPTION   | evil.com
			<A HREF=https://evil.com>bank.com</A>                   | CAPTION   | evil.com
			[url=https://evil.com]bank.com[/url]                    | CAPTION   | evil.com
			""")
	void a_link_that_looks_like_one_to_somewhere_else_deceives(String text, Deception deception, String host) {
		assertThat(Links.find(text.translateEscapes())).singleElement().satisfies(link -> {
			assertThat(link.deception()).isEqualTo(deception);
			assertThat(link.host()).isEqualTo(host);
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://www.bbc.co.uk/news", "https://bücher.de/", "https://новости.рф/",
			"https://例え.jp/", "https://www.abc.net.au/", "http://203.0.113.5/", "https://example.org/@kim",
			"https://t.me/@kim", "https://medium.com/@kim/x", "[the BBC](https://bbc.co.uk/x)",
			"[bbc.co.uk](https://www.bbc.co.uk/x)", "<a href='https://example.org/a'>news.example.org</a>",
			"[url=https://example.org]here[/url]", "ftp://kim@example.org/", "https://ελλάδα.gr/",
			"https://example.com/?u=https://example.net" })
	void an_honest_link_does_not(String text) {
		assertThat(Links.find(text)).singleElement().extracting(Link::deceives).isEqualTo(false);
	}

	@Test
	void places_are_inside_any_text_and_in_order() {
		Random random = new Random(20261123);
		String[] pieces = { "http://", "hxxp", "s://", "www.", "example", ".com", "[.]", " dot ", "(at)", "@", "/", "[",
				"](", "href=\"", "</a>", "[url=", "\u200B", "。", "ｃｏｍ", "\uD835\uDC1A", "\uD835", "\uDC1A", "中", "а",
				":80", "?", "#", "%41", "xn--", "-", ".", "0x1f", " ", "\n", "😀", "\u202E" };
		int found = 0;
		for (int i = 0; i < 20_000; i++) {
			StringBuilder text = new StringBuilder();
			for (int length = random.nextInt(14); length >= 0; length--) {
				text.append(pieces[random.nextInt(pieces.length)]);
			}
			int end = 0;
			for (Link link : Links.find(text.toString())) {
				assertThat(link.start()).as(text.toString()).isGreaterThanOrEqualTo(end).isLessThan(link.end());
				end = link.end();
				found++;
			}
			assertThat(end).as(text.toString()).isLessThanOrEqualTo(text.length());
		}
		assertThat(found).as("the texts must have links").isGreaterThan(3000);
	}

}
