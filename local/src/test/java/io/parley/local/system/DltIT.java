package io.parley.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.EventSerde;
import io.parley.contract.Topics;
import io.parley.local.Parley;
import io.parley.local.chaos.Log;
import io.parley.local.up.LocalInstallation;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Dead letters of a real installation, through the command. */
class DltIT {

	private final LocalInstallation installation = Installations.shared();

	private final Log log = new Log(installation.runFile().bootstrapServers());

	@Test
	void given_an_unreadable_record_then_it_is_listed_and_shown_with_its_reason_and_no_control_character()
			throws Exception {
		String key = "unreadable-" + UUID.randomUUID();
		log.write(List.of(record(Topics.COMMENTS, key, "\u001b[31mred", new RecordHeaders())));

		String position = await().atMost(Duration.ofSeconds(30))
			.until(() -> positionOf(key), Optional::isPresent)
			.orElseThrow();
		String shown = parley("show", position);

		assertThat(shown).contains(key)
			.contains("no ce_type header")
			.contains("\\u001b[31mred")
			.doesNotContain("\u001b");
	}

	@Test
	void given_a_dead_letter_that_can_be_used_by_now_when_it_is_sent_again_then_it_is_decided_once() throws Exception {
		String id = UUID.randomUUID().toString();
		String author = "blog/late-" + id;
		CommentSubmitted comment = new CommentSubmitted(id, 1, "blog", new CommentThread("late", null, null), null,
				new Author(author, "late-" + id, null, null, null), "Better late than never.", null,
				Instant.parse("2026-10-01T10:00:00Z"));
		RecordHeaders headers = new RecordHeaders();
		byte[] value = new EventSerde<>(CommentSubmitted.class).serialize(Topics.COMMENTS, headers, comment);
		headers.add("parley_dlt_topic", Topics.COMMENTS.getBytes(UTF_8))
			.add("parley_dlt_reason", "A fault that is mended".getBytes(UTF_8));
		log.write(List.of(record(Topics.COMMENTS_DLT, author, new String(value, UTF_8), headers)));
		String position = positionOf(author).orElseThrow();

		assertThat(parley("resend", "--dry-run", position)).contains("1 would be sent again");
		assertThat(parley("resend", position)).contains(position + " -> comments-").contains("1 sent again");
		await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(log.decisions()).containsKey(id));
		parley("resend", "--all");
		assertThat(parley("resend", "--all")).doesNotContain(position + " ");
		assertThat(parley("list", "--limit", "1000")).containsPattern(Pattern.quote(position) + " .*sent again");

		List<ConsumerRecord<byte[], byte[]>> sent = log.read(Topics.COMMENTS)
			.stream()
			.filter(message -> author.equals(new String(message.key(), UTF_8)))
			.toList();
		assertThat(sent).isNotEmpty().allSatisfy(message -> {
			assertThat(message.value()).isEqualTo(value);
			assertThat(message.headers().lastHeader("ce_type").value())
				.isEqualTo(headers.lastHeader("ce_type").value());
			assertThat(message.headers().lastHeader("parley_dlt_reason")).isNull();
			assertThat(new String(message.headers().lastHeader("parley_resent_from").value(), UTF_8))
				.isEqualTo(position);
		});
	}

	private Optional<String> positionOf(String key) {
		Matcher matcher = Pattern.compile("(\\S+@\\d+) [^\\n]*\\n[^\\n]* of " + Pattern.quote(key.substring(0, 40)))
			.matcher(parley("list", "--limit", "1000"));
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}

	private String parley(String command, String... arguments) {
		StringWriter out = new StringWriter();
		CommandLine parley = Parley.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
		String[] all = new String[arguments.length + 4];
		all[0] = "dlt";
		all[1] = command;
		all[2] = "--bootstrap-servers";
		all[3] = installation.runFile().bootstrapServers();
		System.arraycopy(arguments, 0, all, 4, arguments.length);
		assertThat(parley.execute(all)).as(out.toString()).isZero();
		return out.toString();
	}

	private static ConsumerRecord<byte[], byte[]> record(String topic, String key, String value,
			RecordHeaders headers) {
		return new ConsumerRecord<>(topic, 0, 0, 0, TimestampType.CREATE_TIME, key.length(), value.length(),
				key.getBytes(UTF_8), value.getBytes(UTF_8), headers, Optional.empty());
	}

}
