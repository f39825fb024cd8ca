package io.parley.comments;

import java.time.Duration;
import java.util.List;

import io.parley.comments.fixture.Answer;
import io.parley.comments.fixture.CommentServiceTest;
import io.parley.comments.fixture.Moderation;
import io.parley.comments.fixture.Platform;
import io.parley.contract.AuthorFacts;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.PlatformEvent;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static io.parley.comments.fixture.Platform.comment;
import static io.parley.comments.fixture.Platform.newId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@CommentServiceTest
class AuthorFactsTest {

	@Autowired
	Platform platform;

	@Autowired
	Moderation moderation;

	@Autowired
	JdbcClient jdbc;

	@Test
	void facts_are_published_before_the_comments_that_follow_them() {
		String author = newId();

		Answer answer = platform.put("/v1/authors/" + author, """
				{"registeredAt": "2019-01-02T03:04:05Z", "role": "subscriber", "approved": 12, "rejected": 0}
				""");
		platform.post(comment("t", author, "b"));

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.at("/status")).isEqualTo("PUBLISHED");
		moderation.eventBy("daily/" + author);
		List<PlatformEvent> events = await().until(() -> moderation.eventsBy("daily/" + author),
				found -> found.size() == 2);
		assertThat(events.getLast()).isInstanceOf(CommentSubmitted.class);
		assertThat(events.getFirst()).isInstanceOfSatisfying(AuthorFacts.class, facts -> {
			assertThat(facts.authorId()).isEqualTo(author);
			assertThat(facts.registeredAt()).isEqualTo("2019-01-02T03:04:05Z");
			assertThat(facts.role()).isEqualTo("subscriber");
			assertThat(facts.approved()).isEqualTo(12);
			assertThat(facts.held()).isNull();
			assertThat(facts.rejected()).isZero();
		});
	}

	@Test
	void facts_leave_the_database_once_they_are_published() {
		String author = newId();

		platform.put("/v1/authors/" + author, "{}");

		await().atMost(Duration.ofSeconds(10))
			.until(() -> jdbc.sql("select count(*) from author_facts where author_id = ?")
				.param(author)
				.query(Long.class)
				.single() == 0);
	}

	@Test
	void counts_are_whole_numbers_that_are_not_negative() {
		Answer negative = platform.put("/v1/authors/a", "{\"approved\": -1, \"held\": -2}");
		Answer fraction = platform.put("/v1/authors/a", "{\"approved\": 1.5}");

		Answer large = platform.put("/v1/authors/a", "{\"approved\": 99999999999}");

		assertThat(large.status()).isEqualTo(400);
		assertThat(large.at("/errors/0/field")).isEqualTo("approved");
		assertThat(large.at("/errors/0/message")).contains("below 2147483648");
		assertThat(negative.status()).isEqualTo(400);
		assertThat(negative.json().at("/errors")).hasSize(2);
		assertThat(fraction.status()).isEqualTo(400);
		assertThat(fraction.at("/errors/0/field")).isEqualTo("approved");
	}

}
