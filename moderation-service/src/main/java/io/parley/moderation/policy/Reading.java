package io.parley.moderation.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.cel.runtime.CelVariableResolver;
import io.parley.contract.CommentContent;
import io.parley.contract.Hit;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.contact.ContactKind;
import io.parley.moderation.text.Deception;
import io.parley.moderation.text.InvisibleCharacters;
import io.parley.moderation.text.Link;
import io.parley.moderation.text.MixedScripts;
import io.parley.moderation.text.Scripts;
import io.parley.moderation.text.Shape;
import io.parley.moderation.text.Stretch;
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

	private final Vocabulary vocabulary;

	private final Trust trust;

	private final ScoredText scores;

	private final Map<Variable, Object> known = new EnumMap<>(Variable.class);

	private final Map<Needs.Windowed, Long> windows = new HashMap<>();

	private final Map<Pattern, List<Hit.Span>> matches = new HashMap<>();

	private final Map<ContactKind, List<Hit.Span>> contacts = new EnumMap<>(ContactKind.class);

	private @Nullable FoundTerms terms;

	private @Nullable Map<String, List<Hit.Span>> listedLinks;

	private @Nullable List<Link> links;

	private RequiredWords.@Nullable Folded folded;

	private @Nullable Evidence evidence;

	Reading(CommentContent comment, AuthorSignals signals, Surroundings surroundings, Vocabulary vocabulary,
			Trust trust) {
		this.comment = comment;
		this.signals = signals;
		this.surroundings = surroundings;
		this.vocabulary = vocabulary;
		this.trust = trust;
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
			case "body" -> Optional.of(new Body(this));
			case "said" -> Optional.of(new Said(this));
			case "links" -> Optional.of(new Links(this));
			case "author" -> Optional.of(new Author(this));
			default -> Optional.ofNullable(Variable.named(name)).map(this::read);
		};
	}

	boolean hasTermOf(String list) {
		return !terms(list).isEmpty();
	}

	boolean hasLinkIn(String list) {
		return !listedLinks(list).isEmpty();
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
		if (this.folded == null) {
			this.folded = RequiredWords.fold(this.comment.body());
		}
		return words.mayBeIn(this.folded);
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
		if (variable.head() != null) {
			return this.scores.contributions(variable.head());
		}
		String text = this.comment.body();
		return switch (variable) {
			case BODY_INVISIBLE -> InvisibleCharacters.find(text).stream().map(this::invisibleSpan).toList();
			case BODY_MIXED_SCRIPT -> MixedScripts.find(text).stream().map(this::wordSpan).toList();
			case LINKS_COUNT, LINKS_DOMAINS -> links().stream().map(Reading::span).toList();
			case LINKS_SHORTENED -> links().stream().filter(Link::shortened).map(Reading::span).toList();
			case LINKS_DECEPTIVE -> links().stream().filter(Link::deceives).map(Reading::deceptiveSpan).toList();
			case CONTACT_PHONES, CONTACT_EMAILS, CONTACT_CARDS, CONTACT_ACCOUNTS, CONTACT_ADDRESSES, CONTACT_HANDLES ->
				contacts(variable);
			default -> List.of();
		};
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
			case LINKS_COUNT -> (long) links().size();
			case LINKS_DOMAINS -> links().stream().map(Link::domain).distinct().toList();
			case LINKS_SHORTENED -> links().stream().filter(Link::shortened).count();
			case LINKS_DECEPTIVE -> links().stream().filter(Link::deceives).count();
			case CONTACT_PHONES, CONTACT_EMAILS, CONTACT_CARDS, CONTACT_ACCOUNTS, CONTACT_ADDRESSES, CONTACT_HANDLES ->
				(long) contacts(variable).size();
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

	private List<Hit.Span> terms(String list) {
		return found().of(list);
	}

	private FoundTerms found() {
		if (this.terms == null) {
			this.terms = new FoundTerms(this.comment.body(), this.vocabulary.terms().find(this.comment.body()));
		}
		return this.terms;
	}

	private List<Hit.Span> listedLinks(String list) {
		if (this.listedLinks == null) {
			this.listedLinks = FoundTerms.byList(this.vocabulary.domains().find(links()));
		}
		return this.listedLinks.getOrDefault(list, List.of());
	}

	private List<Link> links() {
		if (this.links == null) {
			this.links = io.parley.moderation.text.Links.find(this.comment.body());
		}
		return this.links;
	}

	private List<Hit.Span> contacts(Variable variable) {
		return this.contacts.computeIfAbsent(kind(variable),
				kind -> kind.find(this.comment.body(), this.vocabulary.regions())
					.stream()
					.map(contact -> new Hit.Span("body", contact.start(), contact.end(), null,
							Evidence.bounded(contact.value())))
					.toList());
	}

	private static ContactKind kind(Variable variable) {
		return switch (variable) {
			case CONTACT_PHONES -> ContactKind.PHONE;
			case CONTACT_EMAILS -> ContactKind.EMAIL;
			case CONTACT_CARDS -> ContactKind.CARD;
			case CONTACT_ACCOUNTS -> ContactKind.ACCOUNT;
			case CONTACT_ADDRESSES -> ContactKind.ADDRESS;
			case CONTACT_HANDLES -> ContactKind.HANDLE;
			default -> throw new IllegalArgumentException(variable + " is no contact");
		};
	}

	private boolean record(List<Hit.Span> spans) {
		Evidence recorder = this.evidence;
		if (recorder != null) {
			recorder.found(spans);
		}
		return !spans.isEmpty();
	}

	private static List<Hit.Span> find(Pattern pattern, String text) {
		List<Hit.Span> spans = new ArrayList<>();
		Matcher matcher = pattern.matcher(text);
		while (spans.size() < Evidence.MOST_SPANS && matcher.find()) {
			spans.add(new Hit.Span("body", matcher.start(), matcher.end(), null, pattern.pattern()));
		}
		return List.copyOf(spans);
	}

	private static Hit.Span span(Link link) {
		return new Hit.Span("body", link.start(), link.end(), null, Evidence.bounded(link.host()));
	}

	private static Hit.Span deceptiveSpan(Link link) {
		Deception deception = link.deception();
		String how = (deception != null) ? " (" + deception.words() + ")" : "";
		return new Hit.Span("body", link.start(), link.end(), null, Evidence.bounded(link.host()) + how);
	}

	private Hit.Span invisibleSpan(Stretch place) {
		String name = "U+%04X".formatted(this.comment.body().codePointAt(place.start()));
		return new Hit.Span("body", place.start(), place.end(), null, name);
	}

	private Hit.Span wordSpan(Stretch place) {
		String word = this.comment.body().substring(place.start(), place.end());
		return new Hit.Span("body", place.start(), place.end(), null, Evidence.bounded(word));
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

	/** Where phrases are looked for. */
	sealed interface Searched {

		boolean phrase(List<?> lists, long gap, String against);

	}

	/** {@code body} as the receiver of functions. */
	record Body(Reading reading) implements Searched {

		boolean has(String list) {
			return this.reading.record(this.reading.terms(list));
		}

		long count(String list) {
			List<Hit.Span> found = this.reading.terms(list);
			this.reading.record(found);
			return found.size();
		}

		boolean disguised(String list) {
			return this.reading.record(this.reading.found().disguised(list));
		}

		@Override
		public boolean phrase(List<?> lists, long gap, String against) {
			return this.reading.record(this.reading.found().phrase(new Phrase(lists, gap, against, false)));
		}

		boolean matches(Pattern pattern) {
			String text = this.reading.comment.body();
			return this.reading.record(this.reading.matches.computeIfAbsent(pattern, unseen -> find(unseen, text)));
		}

	}

	/** {@code said}, the body without what it quotes, as the receiver of functions. */
	record Said(Reading reading) implements Searched {

		boolean has(String list) {
			return this.reading.record(this.reading.found().said(list));
		}

		@Override
		public boolean phrase(List<?> lists, long gap, String against) {
			return this.reading.record(this.reading.found().phrase(new Phrase(lists, gap, against, true)));
		}

	}

	/** {@code links} as the receiver of functions. */
	record Links(Reading reading) {

		boolean has(String list) {
			return this.reading.record(this.reading.listedLinks(list));
		}

	}

	/** {@code author} as the receiver of functions. */
	record Author(Reading reading) {

		long over(String window, SubjectFunction function) {
			long number = this.reading.over(window, function);
			Evidence recorder = this.reading.evidence;
			if (recorder != null) {
				recorder.read("author." + function.function() + "(\"" + window + "\")", number);
			}
			return number;
		}

	}

}
