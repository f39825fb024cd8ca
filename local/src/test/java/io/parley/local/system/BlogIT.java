package io.parley.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import io.parley.backends.Ports;
import io.parley.local.blog.BlogServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that stands for the blog, for readers and for those who mean it no good. */
class BlogIT {

	private static final String TWO_LINKS = "See https://news.example.org/a and https://news.example.net/b";

	private final URI blog = Installations.shared().blogUrl();

	private final BlogReader reader = new BlogReader(blog);

	@Test
	void given_a_comment_then_it_is_on_the_page_as_text_and_comes_live_to_others() throws Exception {
		Queue<String> lines = new ConcurrentLinkedQueue<>();
		Stream<String> stream = new BlogReader(blog).stream();
		Thread following = Thread.ofVirtual().start(() -> stream.forEach(lines::add));
		await().until(() -> !lines.isEmpty());
		String text = "Better <b>words</b> than \"shells\" & silence " + UUID.randomUUID();

		HttpResponse<String> answer = reader.comment("Lena <i>", text);

		assertThat(answer.statusCode()).isEqualTo(303);
		assertThat(reader.get("/").body())
			.contains("Better &lt;b&gt;words&lt;/b&gt; than &quot;shells&quot; &amp; silence", "Lena &lt;i&gt;")
			.contains("Published.")
			.doesNotContain("<b>words</b>");
		await().atMost(Duration.ofSeconds(10))
			.untilAsserted(() -> assertThat(lines).anySatisfy(
					line -> assertThat(line).startsWith("data: ").contains(text.substring(text.length() - 36))));
		assertThat(String.join("", lines)).doesNotContain("reader-");
		following.interrupt();
	}

	@Test
	void given_a_held_comment_then_its_author_alone_is_told_why_until_a_moderator_has_decided() throws Exception {
		reader.comment("Olga", TWO_LINKS);

		String mine = reader.get("/mine").body();

		assertThat(mine).contains("Waiting.", "A moderator looks at");
		assertThat(reader.get("/thread").body()).doesNotContain("news.example.net/b");
		assertThat(new BlogReader(blog).get("/mine").body()).doesNotContain("news.example");
		String id = reader.cookie().substring(33);
		Platform platform = new Platform(Installations.shared().runFile());
		await().untilAsserted(() -> assertThat(platform.review(id, "APPROVE").statusCode()).isEqualTo(202));
		await().untilAsserted(() -> assertThat(reader.get("/mine").body()).contains("Published."));
	}

	@Test
	void given_a_cookie_that_names_a_comment_of_somebody_else_then_it_tells_nothing() throws Exception {
		reader.comment("Olga", TWO_LINKS);
		String id = reader.cookie().substring(33);

		HttpResponse<String> answer = new BlogReader(blog).send(HttpRequest.newBuilder(blog.resolve("/mine"))
			.header("Cookie", "reader=00112233445566778899aabbccddeeff." + id));

		assertThat(answer.statusCode()).isEqualTo(200);
		assertThat(answer.body()).doesNotContain("news.example");
	}

	@Test
	void given_a_form_that_is_sent_twice_then_the_comment_counts_once() throws Exception {
		String once = UUID.randomUUID().toString();

		reader.comment("Lena", "Once is enough, " + once, once);
		reader.comment("Lena", "Once is enough, " + once, once);

		assertThat(reader.get("/thread").body().split(once, -1)).hasSize(2);
	}

	static Stream<List<String>> badForms() {
		return Stream.of(List.of("", "A text.", "tell a name"), List.of("Lena", " \n ", "is empty"),
				List.of("x".repeat(61), "A text.", "60 is the most"),
				List.of("Lena", "y".repeat(5001), "5000 is the most"),
				List.of("Le\u0007na", "A text.", "cannot be shown"), List.of("Lena", "A NUL: \0", "NUL"));
	}

	@ParameterizedTest
	@MethodSource("badForms")
	void given_a_bad_form_then_the_page_says_what_to_change_and_keeps_what_was_written(List<String> form)
			throws Exception {
		HttpResponse<String> answer = reader.comment(form.get(0), form.get(1));

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("role=\"alert\"", form.get(2)).contains(form.get(1).strip());
	}

	@ParameterizedTest
	@ValueSource(strings = { "name=%zz&text=a", "text", "", "&&&=&", "name=a&name=b&text=%ff" })
	void given_a_form_that_is_none_then_it_is_refused_in_words(String form) throws Exception {
		HttpResponse<String> answer = reader.form(form);

		assertThat(answer.statusCode()).isIn(303, 400);
		assertThat(answer.body()).doesNotContain("Exception");
	}

	@Test
	void given_more_than_a_form_holds_then_it_is_refused() throws Exception {
		assertThat(reader.form("text=" + "a".repeat(70_000)).statusCode()).isEqualTo(413);
	}

	@Test
	void given_a_page_of_another_site_then_it_can_do_nothing() throws Exception {
		HttpResponse<String> answer = reader.send(HttpRequest.newBuilder(blog.resolve("/comments"))
			.header("Origin", "https://elsewhere.example")
			.POST(HttpRequest.BodyPublishers.ofString("name=a&text=b")));

		assertThat(answer.statusCode()).isEqualTo(403);
		assertThat(reader.get("/").headers().firstValue("Set-Cookie").orElse("")).contains("HttpOnly",
				"SameSite=Strict");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/page.css", "/page.js", "/hero.svg", "/thread", "/mine", "/nothing", "/../pom.xml" })
	void given_any_answer_then_it_may_load_nothing_from_elsewhere(String path) throws Exception {
		assertThat(reader.get(path).headers().firstValue("Content-Security-Policy")).hasValueSatisfying(
				policy -> assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe", "*"));
	}

	@Test
	void given_another_method_then_the_answer_names_the_right_one() throws Exception {
		HttpResponse<String> answer = reader.send(HttpRequest.newBuilder(blog).DELETE());

		assertThat(answer.statusCode()).isEqualTo(405);
		assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
	}

	@Test
	void given_the_comment_service_is_away_then_the_article_is_there_and_a_comment_is_kept_in_the_form()
			throws Exception {
		try (BlogServer alone = BlogServer.start(Ports.free(), URI.create("http://127.0.0.1:" + Ports.free()), "key")) {
			BlogReader patient = new BlogReader(alone.url());

			assertThat(patient.get("/").body()).contains("Two chairs, one table", "cannot be shown at the moment");
			HttpResponse<String> answer = patient.comment("Lena", "Words that wait.");
			assertThat(answer.statusCode()).isEqualTo(503);
			assertThat(answer.body()).contains("please try again", "Words that wait.");
		}
	}

}
