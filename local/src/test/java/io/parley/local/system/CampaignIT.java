package io.parley.local.system;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.DecisionSource;
import io.parley.contract.Verdict;
import io.parley.local.chaos.Log;
import io.parley.local.up.LocalInstallation;
import io.parley.moderation.decision.MemoryState;
import io.parley.moderation.decision.OneLog;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyReader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Many authors send one text: however many instances share the work and whatever is
 * killed, the last verdict of every comment is the one of a run without any trouble.
 */
@Tag("thorough")
class CampaignIT {

	private static final int AUTHORS = 30;

	/** No two of them are alike. */
	private static final List<String> OPINIONS = List.of("Talks are better than silence.",
			"Interpreters do the hardest work at such a table.", "Grain prices tell more than any communique does.",
			"My grandfather waited at that border for three weeks in winter.", "Who pays for the bridges afterwards?",
			"Prisoners first and maps later, as it worked in 1994.",
			"Article four of the draft differs in translation.",
			"The photographers were sent out early, a good sign perhaps.", "Hospitals by the river lack current still.",
			"A neutral observer would count trucks, not speeches.",
			"Both delegations sleep in one hotel, oddly enough.",
			"Fishermen know what a ceasefire at sea means, ask them.", "Our school took in nine children last autumn.",
			"I doubt that any minister has read the whole treaty.",
			"Sanctions leak, yet my employer feels each of them.",
			"The orchestra played on, my aunt remembers the programme.",
			"Elections decide this, not summits in castles.", "Insurance for ships has tripled since October.",
			"Nobody mentions water, the next quarrel is about wells.",
			"Radio amateurs heard the jamming stop on Tuesday.");

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3 })
	void given_instances_that_are_killed_then_the_last_verdicts_are_those_of_an_undisturbed_run(int instances,
			@TempDir Path data, @TempDir Path folder) throws Exception {
		PolicyFile policy = new PolicyFile(folder.resolve("policy.yaml"), "silence");
		Map<String, String> bodies = bodies();
		Map<String, Verdict> expected = undisturbed(bodies, PolicyReader.read(policy.path()));
		assertThat(expected).containsValues(Verdict.APPROVE, Verdict.HOLD, Verdict.REJECT);

		try (LocalInstallation parley = Installations.start(data, instances, policy.path())) {
			Log log = new Log(parley.runFile().bootstrapServers());
			Map<String, String> authors = new HashMap<>();
			Platform platform = new Platform(parley.runFile());
			int sent = 0;
			for (Map.Entry<String, String> body : bodies.entrySet()) {
				authors.put(send(platform, body.getKey(), body.getValue()), body.getKey());
				if (++sent % (bodies.size() / 3) == 0) {
					parley.moderationService(sent % instances).kill();
					parley.moderationService(sent % instances).start();
				}
			}

			await().pollInterval(Duration.ofSeconds(1))
				.atMost(Duration.ofMinutes(2))
				.untilAsserted(() -> assertThat(finals(log, authors)).isEqualTo(expected));
			assertThat(log.decisions().values())
				.anySatisfy(made -> assertThat(made.getLast().source()).isEqualTo(DecisionSource.RETRO));
		}
	}

	/** Two campaigns, one of them small, among readers who write for themselves. */
	private static Map<String, String> bodies() {
		Map<String, String> bodies = new LinkedHashMap<>();
		for (int i = 0; i < AUTHORS; i++) {
			String body = switch (i % 3) {
				case 0 -> "I used to support the new bridge" + ((i % 2 == 0) ? ", but" : "! But")
						+ " when I saw the bill for our street I changed my mind. Our shops are empty so that "
						+ "contractors can feel important. Ask your councillor who pays for it, number " + i;
				case 1 ->
					(i < 12) ? "Neighbours, the council has sold the meadow behind the harbour, and the children of our "
							+ "quarter will have nowhere to play. Write to the mayor before Friday, he reads letters!"
							: OPINIONS.get(i / 3);
				default -> OPINIONS.get(AUTHORS / 3 + i / 3);
			};
			bodies.put("author-" + i, body);
		}
		return bodies;
	}

	private static Map<String, Verdict> undisturbed(Map<String, String> bodies, Policy policy) {
		OneLog log = new OneLog(MemoryState.unbounded(), _ -> policy);
		Map<String, Verdict> finals = new HashMap<>();
		Instant now = Instant.now();
		bodies.forEach((author, body) -> log
			.on(new CommentSubmitted(author, 1, "blog", new CommentThread("summit", null, null), null,
					new Author("blog/" + author, author, null, null, null), body, null, now))
			.forEach(decision -> finals.put(decision.commentId(), decision.verdict())));
		log.settle().forEach(decision -> finals.put(decision.commentId(), decision.verdict()));
		return finals;
	}

	private static Map<String, Verdict> finals(Log log, Map<String, String> authors) {
		return log.decisions()
			.entrySet()
			.stream()
			.filter(comment -> authors.containsKey(comment.getKey()))
			.collect(toMap(comment -> authors.getOrDefault(comment.getKey(), ""),
					comment -> comment.getValue().getLast().verdict()));
	}

	private static String send(Platform platform, String author, String body) throws IOException, InterruptedException {
		var answer = platform.comment(author, body, "key-" + author, 0);
		assertThat(answer.statusCode()).as(answer.body()).isIn(201, 202);
		return Platform.json(answer).path("id").asString();
	}

}
