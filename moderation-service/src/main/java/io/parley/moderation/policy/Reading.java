package io.parley.moderation.policy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.cel.runtime.CelVariableResolver;
import io.parley.contract.CommentContent;
import io.parley.contract.Hit;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.text.InvisibleCharacters;
import io.parley.moderation.text.Link;
import io.parley.moderation.text.MixedScripts;
import io.parley.moderation.text.Scripts;
import io.parley.moderation.text.Shape;
import io.parley.moderation.text.WrittenLanguage;
import org.jspecify.annotations.Nullable;

import static java.util.Objects.requireNonNull;

/**
 * Reads one comment for the conditions of a policy: each thing when a condition first
 * asks for it, and only once. For one thread.
 */
final class Reading implements CelVariableResolver {

	private final CommentContent comment;

	private final AuthorSignals signals;

	private final Surroundings surroundings;

	private final Trust trust;

	private final TextFindings findings;

	private final ScoredText scores;

	private final Map<Variable, Object> known = new EnumMap<>(Variable.class);

	private final Map<Needs.Windowed, Long> windows = new HashMap<>();

	private @Nullable Evidence evidence;

	Reading(CommentContent comment, AuthorSignals signals, Surroundings surroundings, Vocabulary vocabulary,
			Trust trust) {
		this.comment = comment;
		this.signals = signals;
		this.surroundings = surroundings;
		this.trust = trust;
		this.findings = new TextFindings(comment.body(), vocabulary);
		this.scores = new ScoredText(comment.body(), vocabulary.classifier(),
				vocabulary.applicable(surroundings.corrections()));
	}

	/** From now on, what is read is recorded there, or nowhere. */
	void recordIn(@Nullable Evidence evidence) {
		this.evidence = evidence;
	}

	@Override
	public Optional<Object> find(String name) {
		return switch (name) {
			case "body" -> Optional.of(new Subject.Body(this));
			case "said" -> Optional.of(new Subject.Said(this));
			case "links" -> Optional.of(new Subject.Links(this));
			case "author" -> Optional.of(new Subject.Author(this));
			default -> Optional.ofNullable(Variable.named(name)).map(this::read);
		};
	}

	boolean hasTermOf(String list) {
		return !this.findings.terms().of(list).isEmpty();
	}

	boolean hasLinkIn(String list) {
		return !this.findings.linksIn(list).isEmpty();
	}

	/** A number. Records nothing. */
	double number(Needs.Quantity quantity) {
		return switch (quantity) {
			case Needs.Measured(Variable variable) -> ((Number) value(variable)).doubleValue();
			case Needs.Windowed(SubjectFunction function, String window) -> over(window, function);
		};
	}

	/** Whether a variable is true. Records nothing. */
	boolean isTrue(Variable variable) {
		return Boolean.TRUE.equals(value(variable));
	}

	private long over(String window, SubjectFunction function) {
		Long known = this.windows.get(new Needs.Windowed(function, window));
		if (known != null) {
			return known;
		}
		Duration duration = Durations.parse(window);
		if (duration == null) {
			throw new IllegalArgumentException("Not a window: " + window);
		}
		long number = number(duration, function);
		this.windows.put(new Needs.Windowed(function, window), number);
		return number;
	}

	/** Whether an expression that needs the words may find something. Records nothing. */
	boolean mayHave(RequiredWords words) {
		return this.findings.mayHave(words);
	}

	private Object value(Variable variable) {
		Object value = this.known.get(variable);
		if (value == null) {
			value = compute(variable);
			this.known.put(variable, value);
		}
		return value;
	}

	private Object read(Variable variable) {
		Object value = value(variable);
		Evidence recorder = this.evidence;
		if (recorder != null) {
			// The text itself is in the comment; a copy in each hit would say nothing
			// new.
			if (variable != Variable.BODY_TEXT) {
				recorder.read(variable.cel(), value);
			}
			recorder.foundLater(() -> spans(variable));
			Head head = variable.head();
			if (head != null) {
				recorder.read("model", this.scores.model());
				if (this.scores.isCorrected(head)) {
					recorder.read(variable.cel() + " by the model", this.scores.uncorrected(head));
				}
			}
			if (variable.subject().equals(Variable.CAMPAIGN_ID.subject())) {
				// By which a moderator finds the others.
				recorder.read(Variable.CAMPAIGN_ID.cel(), value(Variable.CAMPAIGN_ID));
			}
		}
		return value;
	}

	/** What in the text a variable was measured by. */
	private List<Hit.Span> spans(Variable variable) {
		Head head = variable.head();
		return (head != null) ? this.scores.contributions(head) : this.findings.measuredBy(variable);
	}

	private Object compute(Variable variable) {
		String text = this.comment.body();
		return switch (variable) {
			case BODY_TEXT -> text;
			case BODY_LENGTH -> (long) Shape.length(text);
			case BODY_CAPS_RATIO -> Shape.capsRatio(text);
			case BODY_LONGEST_RUN -> (long) Shape.longestRun(text);
			case BODY_EMOJI_COUNT -> (long) Shape.emojiCount(text);
			case BODY_SCRIPTS -> Scripts.in(text);
			case BODY_INVISIBLE -> (long) InvisibleCharacters.find(text).size();
			case BODY_MIXED_SCRIPT -> (long) MixedScripts.find(text).size();
			case BODY_DIGITS -> Shape.digitShare(text);
			case BODY_LANGUAGE -> language(this.comment);
			case LINKS_COUNT -> (long) this.findings.links().size();
			case LINKS_DOMAINS -> this.findings.links().stream().map(Link::domain).distinct().toList();
			case LINKS_SHORTENED -> this.findings.links().stream().filter(Link::shortened).count();
			case LINKS_DECEPTIVE -> this.findings.links().stream().filter(Link::deceives).count();
			case CONTACT_PHONES, CONTACT_EMAILS, CONTACT_CARDS, CONTACT_ACCOUNTS, CONTACT_ADDRESSES, CONTACT_HANDLES ->
				(long) this.findings.contacts(variable).size();
			case TOXICITY_SCORE, TOXICITY_INSULT, TOXICITY_HATE, TOXICITY_OBSCENE, SPAM_SCORE ->
				this.scores.probability(requireNonNull(variable.head()));
			case AUTHOR_APPROVED -> (long) this.signals.approved();
			case AUTHOR_HELD -> (long) this.signals.held();
			case AUTHOR_REJECTED -> (long) this.signals.rejected();
			case AUTHOR_APPROVED_BY_MODERATORS -> (long) this.signals.approvedByModerators();
			case AUTHOR_REJECTED_BY_MODERATORS -> (long) this.signals.rejectedByModerators();
			case AUTHOR_REJECTION_RATIO -> this.signals.rejectionRatio();
			case AUTHOR_AGE -> this.signals.age();
			case AUTHOR_FIRST_SEEN -> this.signals.firstSeen();
			case AUTHOR_TRUST -> this.signals.trust(this.trust).word();
			case AUTHOR_TRUSTED -> this.signals.trust(this.trust).isTrusted();
			case AUTHOR_BANNED -> this.signals.banned();
			case AUTHOR_MUTED_UNTIL -> Objects.toString(this.signals.mutedUntil(), "");
			case AUTHOR_ROLE -> this.signals.role();
			case THREAD_ID -> this.comment.thread().id();
			case THREAD_URL -> orEmpty(this.comment.thread().url());
			case THREAD_TITLE -> orEmpty(this.comment.thread().title());
			case THREAD_PACE, THREAD_NEW_AUTHORS, THREAD_HELD_SHARE, CAMPAIGN_ID, CAMPAIGN_AUTHORS, CAMPAIGN_SIZE,
					CAMPAIGN_SIMILARITY, CAMPAIGN_MINUTES, CAMPAIGN_CONFIRMED ->
				this.surroundings.value(variable);
		};
	}

	TextFindings findings() {
		return this.findings;
	}

	/** Whether something was found, which is recorded. */
	boolean record(List<Hit.Span> spans) {
		Evidence recorder = this.evidence;
		if (recorder != null) {
			recorder.found(spans);
		}
		return !spans.isEmpty();
	}

	/** What a function of the author counts in a window, which is recorded. */
	long record(SubjectFunction function, String window) {
		long number = over(window, function);
		Evidence recorder = this.evidence;
		if (recorder != null) {
			recorder.read("author." + function.function() + "(\"" + window + "\")", number);
		}
		return number;
	}

	/** What the platform told, else a guess, else the empty string. */
	static String language(CommentContent comment) {
		String told = comment.language();
		return (told != null && !told.isBlank()) ? told : WrittenLanguage.of(comment.body());
	}

	private long number(Duration window, SubjectFunction function) {
		return switch (function) {
			case AUTHOR_RATE -> this.signals.rate(window);
			case AUTHOR_REPEATS -> this.signals.repeats(window);
			case AUTHOR_LINKS -> this.signals.links(window);
			case AUTHOR_THREADS -> this.signals.threads(window);
			case BODY_HAS, BODY_DISGUISED, BODY_COUNT, BODY_PHRASE, BODY_MATCHES, SAID_HAS, SAID_PHRASE, LINKS_HAS ->
				throw new IllegalArgumentException(function + " takes no window");
		};
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
