package io.parley.moderation.warmup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.parley.contract.Author;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.ModerationInput;
import io.parley.contract.Topics;
import io.parley.moderation.decision.MemoryState;
import io.parley.moderation.decision.ModerationFlow;
import io.parley.moderation.decision.ModerationState;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.rollout.PolicyUnavailableException;
import io.parley.moderation.rollout.PublishedPolicies;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/**
 * Decides comments that nobody wrote, before the service says that it is ready: the first
 * ones would wait for classes to be loaded and code to be compiled. Nothing of it is kept
 * or published.
 */
@Component
class WarmUp implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(WarmUp.class);

	private static final int COMMENTS = 1000;

	private static final List<String> BODIES = List.of("Nobody reads this.",
			"Talks are better than silence, whatever the minister says; see https://example.org/talks and think again.",
			"BUY NOW!!! cheap p1lls at https://bit.ly/abc https://example.com/1 https://example.net/2",
			"You are an idi0t, and so is everybody who votes for them \uD83D\uDE21\uD83D\uDE21",
			"Write to me: someone@example.org or +49 30 1234567, I know where you live",
			"H\u00e9 th\u00e9 m\u00e9tro \u0440\u0430ypal s p a m m y  w o r d s and naïve façades",
			"It was the best of times, it was the worst of times. ".repeat(12));

	private final PublishedPolicies policies;

	private final Duration longest;

	WarmUp(PublishedPolicies policies, @Value("${parley.warm-up:3s}") Duration longest) {
		this.policies = policies;
		this.longest = longest;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		if (longest.isZero()) {
			return;
		}
		try {
			long begin = System.nanoTime();
			int decided = decide(policies.inForce(), begin + longest.toNanos());
			log.info("Warmed up by {} comments of its own in {} ms", decided,
					Duration.ofNanos(System.nanoTime() - begin).toMillis());
		}
		catch (PolicyUnavailableException unavailable) {
			log.debug("Not warmed up: {}", unavailable.getMessage());
		}
	}

	private static int decide(Policy policy, long end) {
		EventSerde<ModerationInput> events = new EventSerde<>(ModerationInput.class);
		EventSerde<Decision> decisions = new EventSerde<>(Decision.class);
		ModerationState state = MemoryState.unbounded();
		int decided = 0;
		while (decided < COMMENTS && System.nanoTime() < end) {
			RecordHeaders headers = new RecordHeaders();
			byte[] record = events.serialize(Topics.COMMENTS, headers, comment(decided));
			ModerationInput event = events.deserialize(Topics.COMMENTS, headers, record);
			ModerationFlow.on(event, state, _ -> policy)
				.decisions()
				.forEach(decision -> decisions.serialize(Topics.DECISIONS, decision));
			decided++;
		}
		return decided;
	}

	private static CommentSubmitted comment(int number) {
		Author author = new Author("~/nobody-" + number % 10, "nobody-" + number % 10, "Nobody", Instant.EPOCH, null);
		return new CommentSubmitted(UUID.randomUUID().toString(), 1, "~", new CommentThread("warm-up", null, "Warm-up"),
				null, author, BODIES.get(number % BODIES.size()), "en", Instant.now());
	}

}
