package io.parley.moderation.author;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.AuthorSignals;
import io.parley.moderation.text.Fingerprint;
import org.junit.jupiter.api.Test;

class HistoryCodecTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.123456789Z");

	private static final List<Verdict> VERDICTS = List.of(Verdict.values());

	@Test
	void any_history_is_read_as_it_was_written() {
		Random random = new Random(20261124);
		AuthorHistory history = AuthorHistory.none();
		assertThat(HistoryCodec.decode(HistoryCodec.encode(history))).isEqualTo(history);
		for (int i = 0; i < 500; i++) {
			history = changed(history, i, random);

			assertThat(HistoryCodec.decode(HistoryCodec.encode(history))).isEqualTo(history);
		}
	}

	@Test
	void no_history_is_larger_than_told() {
		Instant far = Instant.parse("+900000-01-01T00:00:00.999999999Z");
		AuthorHistory history = AuthorHistory.none()
			.told(new AuthorFacts("f".repeat(36), "blog", "blog/ann", "ann", far, "r".repeat(100), Integer.MAX_VALUE,
					Integer.MAX_VALUE, Integer.MAX_VALUE, far))
			.with(new Sanctions(new Sanctions.Term(far, Instant.MAX), new Sanctions.Term(far, Instant.MAX)));
		for (int i = 0; i < 200; i++) {
			// Far apart and back and forth in time.
			Instant at = NOON.plus(Duration.ofDays(i % 2 == 0 ? 400_000 : -400_000)).plusMillis(i);
			history = history.counted(new Counted(VERDICTS.get(i % 3), i % 2 == 0, at))
				.submitted(at)
				.posted(comment(i, at), Fingerprint.of("words of comment " + i));
		}

		assertThat(HistoryCodec.encode(history)).hasSizeLessThanOrEqualTo(HistoryCodec.MOST_BYTES)
			.hasSizeGreaterThan(HistoryCodec.MOST_BYTES / 2);
	}

	@Test
	void a_history_of_one_comment_is_small() {
		AuthorHistory history = AuthorHistory.none()
			.submitted(NOON)
			.posted(comment(1, NOON), Fingerprint.of("Good morning"))
			.counted(new Counted(Verdict.APPROVE, false, NOON));

		assertThat(HistoryCodec.encode(history)).hasSizeLessThan(140);
	}

	@Test
	void what_the_first_versions_wrote_is_still_read() {
		AuthorHistory history = HistoryCodec.decode("""
				{"approved":41,"held":1,"rejected":2,"firstSeen":"2026-01-01T00:00:00Z",\
				"registeredAt":"2025-01-01T00:00:00Z","role":"member","factsId":"f1",\
				"toldAt":"2026-02-01T00:00:00Z","recent":[1772366300000,1772366390000]}""".getBytes(UTF_8));

		AuthorSignals signals = history.asOf(Instant.ofEpochMilli(1772366400000L));
		assertThat(signals.approved()).isEqualTo(41);
		assertThat(signals.held()).isEqualTo(1);
		assertThat(signals.rejected()).isEqualTo(2);
		assertThat(signals.role()).isEqualTo("member");
		assertThat(signals.rate(Duration.ofMinutes(1))).isEqualTo(1);
		assertThat(signals.rate(Duration.ofMinutes(2))).isEqualTo(2);
		assertThat(HistoryCodec.decode(HistoryCodec.encode(history))).isEqualTo(history);
	}

	@Test
	void a_version_that_is_not_known_is_told() {
		assertThatThrownBy(() -> HistoryCodec.decode(new byte[] { 9, 0 })).isInstanceOf(IllegalArgumentException.class)
			.hasMessageContaining("version 9");
	}

	@Test
	void bytes_that_end_too_early_are_refused() {
		byte[] bytes = HistoryCodec.encode(changed(AuthorHistory.none(), 1, new Random(1)).submitted(NOON));

		for (int length = 0; length < bytes.length; length++) {
			byte[] cut = Arrays.copyOf(bytes, length);
			assertThatThrownBy(() -> HistoryCodec.decode(cut)).isInstanceOf(IllegalArgumentException.class);
		}
	}

	private static AuthorHistory changed(AuthorHistory history, int i, Random random) {
		Instant at = NOON.plusSeconds(random.nextInt(100_000));
		return switch (i % 6) {
			case 0 -> history.submitted(at);
			case 1 -> history.posted(comment(i, at), Fingerprint.of("text " + random.nextInt(9)));
			case 2 -> history.counted(new Counted(VERDICTS.get(random.nextInt(3)), random.nextBoolean(), at));
			case 3 -> history.told(new AuthorFacts("f" + i, "blog", "blog/ann", "ann", at, "role" + i, i, null, i, at));
			case 4 -> history.with(new Sanctions(new Sanctions.Term(at, Instant.MAX), null));
			default -> history.introduced(new Author("blog/ann", "ann", null, at, "rôle"));
		};
	}

	private static CommentSubmitted comment(int id, Instant at) {
		return new CommentSubmitted("c" + id, 1, "blog", new CommentThread("t" + id, null, null), null,
				new Author("blog/ann", "ann", null, null, null), "https://a.example.org ".repeat(300), null, at);
	}

}
