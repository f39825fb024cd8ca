package io.parley.moderation.console;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.parley.contract.DecisionSource;
import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Rule;
import io.parley.moderation.policy.ThreadAction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How pages say things; templates know it as {@code @words}. */
@Component
public class Words {

	private static final DateTimeFormatter FULL = DateTimeFormatter
		.ofPattern("d MMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private final Clock clock;

	Words(Clock clock) {
		this.clock = clock;
	}

	static String of(Verdict verdict) {
		return switch (verdict) {
			case APPROVE -> "approved";
			case HOLD -> "held";
			case REJECT -> "rejected";
		};
	}

	static String capital(String words) {
		return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
	}

	public String verdict(Verdict verdict) {
		return of(verdict);
	}

	public String verdict(String verdict) {
		return of(Verdict.valueOf(verdict));
	}

	public String source(DecisionSource source) {
		return switch (source) {
			case RULES -> "by the policy";
			case MODERATOR -> "by a moderator";
			case RETRO -> "by the policy, later";
			case APPEAL -> "after an appeal";
		};
	}

	/** What a rule did. */
	public String effect(Hit hit) {
		String words = switch (hit.effect()) {
			case APPROVE -> "approves";
			case HOLD -> "holds";
			case REJECT -> "rejects";
			case SCORE -> (hit.mode() == RuleMode.SHADOW) ? "would add points" : "+" + hit.points() + " points";
		};
		return (hit.mode() == RuleMode.SHADOW && hit.effect() != Effect.SCORE) ? words + ", on trial" : words;
	}

	/** What a rule does when it matches. */
	public String does(Rule rule) {
		List<String> words = new ArrayList<>();
		switch (rule.effect()) {
			case APPROVE -> words.add("approves");
			case HOLD -> words.add("holds");
			case REJECT ->
				words.add((rule.limit() > 0) ? "rejects, " + number(rule.limit()) + " an hour at most" : "rejects");
			case SCORE -> {
				if (rule.score() > 0) {
					words.add("+" + rule.score() + " points");
				}
			}
		}
		ThreadAction thread = rule.thread();
		if (thread != null) {
			words.add(switch (thread.mode()) {
				case OPEN -> "opens the thread";
				case SLOW -> "slows the thread down";
				case CLOSED -> "closes the thread";
			});
		}
		return String.join(", ", words);
	}

	/** How long ago, in few words. */
	public String ago(@Nullable Instant time) {
		if (time == null) {
			return "";
		}
		Duration since = Duration.between(time, clock.instant());
		if (since.isNegative() || since.toSeconds() < 60) {
			return "now";
		}
		if (since.toMinutes() < 60) {
			return since.toMinutes() + " min";
		}
		if (since.toHours() < 48) {
			return since.toHours() + " h";
		}
		return (since.toDays() < 60) ? since.toDays() + " days" : DAY.format(time);
	}

	public String time(@Nullable Instant time) {
		return (time != null) ? FULL.format(time) : "";
	}

	/** Hours and minutes, UTC. */
	public String clock(Instant time) {
		return CLOCK.format(time);
	}

	public String day(@Nullable Instant time) {
		return (time != null) ? DAY.format(time) : "";
	}

	public String number(long number) {
		return String.format(Locale.ENGLISH, "%,d", number);
	}

	public String amount(Queue.Amount amount) {
		return (amount.more() ? "more than " : "") + number(amount.count());
	}

	/** The end of an author's key, where nothing better is known. */
	public String author(@Nullable String name, String key) {
		if (name != null && !name.isBlank()) {
			return name;
		}
		int anonymous = key.indexOf('~');
		int known = key.indexOf('/');
		if (anonymous >= 0 && (known < 0 || anonymous < known)) {
			return "anonymous " + key.substring(anonymous + 1, Math.min(key.length(), anonymous + 9));
		}
		return key.substring(known + 1);
	}

}
