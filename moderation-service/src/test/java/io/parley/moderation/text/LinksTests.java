package io.parley.moderation.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			https://Example.ORG/a?b#c,            example.org
			see http://user:pw@example.org:8080/, example.org
			www.example.org,                      example.org
			http://example.org\\@evil.example/,   example.org
			https://bücher.example/,              xn--bcher-kva.example
			http://xn--bcher-kva.example/,        xn--bcher-kva.example
			http://[2001:db8::1]:80/,             [2001:db8::1]
			http://example.org./x,                example.org
			http://ex%61mple.org/,                example.org
			http://203.0.113.5/,                  203.0.113.5
			http://3405803781/x,                  203.0.113.5
			http://0xcb007105/,                   203.0.113.5
			http://0313.0.0x71.5/,                203.0.113.5
			http://203.0.28933/,                  203.0.113.5
			http://1.2.3.4.5/,                    1.2.3.4.5
			http://256.1.1.1/,                    256.1.1.1
			""")
	void reads_the_host_as_browsers_do(String text, String host) {
		assertThat(Links.find(text)).extracting(Link::host).containsExactly(host);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			Read more on casino-win.com today            | casino-win.com
			CASINO-WIN.COM IS THE BEST                   | CASINO-WIN.COM
			Example.Com has it                           | Example.Com
			see news.example.co.uk, it is all there      | news.example.co.uk
			(spiegel.de)                                 | spiegel.de
			write to me: t.me/best_loans!                | t.me/best_loans
			watch youtu.be/dQw4w9WgXcQ?t=3, please       | youtu.be/dQw4w9WgXcQ?t=3
			the best odds: bet.example.top               | bet.example.top
			visit repubblica.it now                      | repubblica.it
			all of it on repubblica.it                   | repubblica.it
			новости.рф сообщает                          | новости.рф
			请看example.com谢谢                            | example.com
			请看https://example.com谢谢                    | https://example.com
			go to example.org:8080/a(b)c.                | example.org:8080/a(b)c
			//cdn.example.net/x                          | cdn.example.net/x
			""")
	void finds_domains_that_stand_alone(String text, String link) {
		assertThat(found(text)).containsExactly(link);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			go to example dot com now                    | example.com | example dot com
			go to example DOT co dot uk/x now            | example.co.uk | example DOT co dot uk/x
			example[.]com                                | example.com | example[.]com
			example (dot) com/offer, hurry               | example.com | example (dot) com/offer
			news[.]example {dot} org                     | news.example.org | news[.]example {dot} org
			hxxps://evil[.]example[.]net/a               | evil.example.net | hxxps://evil[.]example[.]net/a
			hXXp://example.net                           | example.net | hXXp://example.net
			h**ps[:]//example.net                        | example.net | h**ps[:]//example.net
			http[://]example.net                         | example.net | http[://]example.net
			example . com                                | example.com | example . com
			ejemplo punto com                            | ejemplo.com | ejemplo punto com
			пример точка рф                              | xn--e1afmkfd.xn--p1ai | пример точка рф
			ｅｘａｍｐｌｅ．ｃｏｍ                               | example.com | ｅｘａｍｐｌｅ．ｃｏｍ
			ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ                                  | example.com | ⓔⓧⓐⓜⓟⓛⓔ.ⓒⓞⓜ
			example。com                                 | example.com | example。com
			exam\u200Bple.c\u00ADom is it                | example.com | exam\u200Bple.c\u00ADom
			""")
	void finds_links_that_are_written_so_that_programs_do_not_see_them(String text, String host, String written) {
		String shown = text.translateEscapes();

		List<Link> links = Links.find(shown);

		assertThat(links).extracting(Link::host).containsExactly(host);
		assertThat(found(shown)).containsExactly(written.translateEscapes());
	}

	@ParameterizedTest
	@ValueSource(strings = { "That is the end.Then they left.", "This is the end.so be it, I say", "i agree.it is true",
			"Я всё сказал.Потом ушёл.", "Это конец.мир уже другой", "Es reicht.Das war alles.", "La guerra.Es que no",
			"node.js and ASP.NET and vb.net", "U.S.A. and U.S. and the U.K.", "3.5 or 2.0.1, version 1.2.3.4",
			"e.g. this, i.e. that", "see file.txt, main.rs, run.sh, index.html, notes.md", "He said no.No!",
			"A.M. or p.m., St.Petersburg, J.K.Rowling", "Well...no.", "and so on...to be continued",
			"10.11.2026 at 12.30", "$5.com", "the dot com bubble", "a dot on the map",
			"I like .com domains and .org too", "What a world.today we know", "@kim.com said so", "#stop.org",
			"write to jo@example.org or jo.doe@example.co.uk", "user.name and user.id and response.data",
			"TOO MUCH.NOW GO", "end.", ".", "com", "co.uk", "a..com", "他说.中国", "没有。中国", "km/h.In 2026", "1.am",
			"was he in.at the time?", "He spoke (.) and (dot) she too", "We were at home dot dot dot", "Trump.He lied",
			"203.0.113.0/24", "See you soon.xxx", "desde el punto de vista", "Airlines.eg the big ones" })
	void leaves_alone_what_only_looks_like_a_link(String text) {
		assertThat(Links.find(text)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			https://a.b.example.co.uk/, example.co.uk
			https://www.example.org/,   example.org
			https://kim.github.io/,     kim.github.io
			https://localhost/,         localhost
			http://203.0.113.5/,        203.0.113.5
			""")
	void knows_what_somebody_registered(String text, String domain) {
		assertThat(Links.find(text)).extracting(Link::domain).containsExactly(domain);
	}

	@Test
	void knows_services_that_hide_where_a_link_leads() {
		assertThat(Links.find("https://bit.ly/x t.co/y https://orbit.lyon.example/z")).extracting(Link::shortened)
			.containsExactly(true, true, false);
	}

	@Test
	void knows_the_place_in_the_text() {
		assertThat(Links.find("🐷 (https://example.org/a)."))
			.containsExactly(new Link(4, 25, "example.org", "example.org", false, null));
	}

	@Test
	void unpaired_surrogates_do_no_harm() {
		assertThat(Links.find("\uDC00 https://example.org/\uD83D")).extracting(Link::host)
			.containsExactly("example.org");
	}

	@Test
	void a_listed_domain_covers_the_hosts_below_it_and_no_others() {
		DomainIndex index = new DomainIndex(
				List.of(new TermList("bad", Matching.DOMAIN, List.of("Example.org", "sub.example.net"))));
		String text = "http://a.b.example.org http://notexample.org http://example.net www.sub.example.net/x";

		assertThat(index.find(Links.find(text))).extracting(TermHit::term)
			.containsExactly("Example.org", "sub.example.net");
		assertThat(index.find(List.of(link(".example.org."), link("")))).isEmpty();
	}

	private static Link link(String host) {
		return new Link(0, 1, host, host, false, null);
	}

	private static List<String> found(String text) {
		return Links.find(text).stream().map(link -> text.substring(link.start(), link.end())).toList();
	}

}
