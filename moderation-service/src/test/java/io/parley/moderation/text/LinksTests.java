package io.parley.moderation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			https://Example.ORG/a?b#c,            example.org
			see http://user:pw@example.org:8080/, example.org
			www.example.org,                      example.org
			http://example.org\\@evil.example/,   example.org
			https://bücher.example/,              xn--bcher-kva.example
			http://[2001:db8::1]:80/,             [2001:db8::1]
			http://example.org./x,                example.org
			""")
	void reads_the_host_as_browsers_do(String text, String domain) {
		assertThat(Links.find(text)).extracting(Link::domain).containsExactly(domain);
	}

	@Test
	void a_mail_address_is_no_link() {
		assertThat(Links.find("write to jo@example.org, not.a.link")).isEmpty();
	}

	@Test
	void knows_the_place_in_the_text() {
		assertThat(Links.find("🐷 (https://example.org/a).")).containsExactly(new Link(4, 25, "example.org"));
	}

	@Test
	void unpaired_surrogates_do_no_harm() {
		assertThat(Links.find("\uDC00 https://example.org/\uD83D")).extracting(Link::domain)
			.containsExactly("example.org");
	}

	@Test
	void a_listed_domain_covers_the_hosts_below_it_and_no_others() {
		DomainIndex index = new DomainIndex(
				List.of(new TermList("bad", Matching.DOMAIN, List.of("Example.org", "sub.example.net"))));
		String text = "http://a.b.example.org http://notexample.org http://example.net www.sub.example.net/x";

		assertThat(index.find(Links.find(text))).extracting(TermHit::term)
			.containsExactly("Example.org", "sub.example.net");
		assertThat(index.find(List.of(new Link(0, 1, ".example.org."), new Link(0, 1, "")))).isEmpty();
	}

}
