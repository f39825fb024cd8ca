package io.parley.moderation.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.parley.moderation.classifier.Head;
import org.jspecify.annotations.Nullable;

/** What a condition can read. */
enum Variable {

	BODY_TEXT("body.text", Kind.TEXT, "The text as it was sent.", "body.text.contains(\"parley\")"),

	BODY_LENGTH("body.length", Kind.COUNT, "Its length in characters (code points).", "body.length > 2000"),

	BODY_CAPS_RATIO("body.capsRatio", Kind.SHARE,
			"Share of capitals among the letters that have a case; 0 if there are fewer than twelve.",
			"body.capsRatio >= 0.6"),

	BODY_LONGEST_RUN("body.longestRun", Kind.COUNT, "The longest run of one character, spaces aside.",
			"body.longestRun >= 8"),

	BODY_EMOJI_COUNT("body.emojiCount", Kind.COUNT, "Emoji as a reader counts them.", "body.emojiCount > 10"),

	BODY_SCRIPTS("body.scripts", Kind.TEXTS, "Scripts of the letters, as ISO 15924 codes in alphabetical order.",
			"\"Cyrl\" in body.scripts"),

	BODY_INVISIBLE("body.invisible", Kind.FINDS,
			"Invisible characters that nothing in the text needs; joiners of emoji and of scripts that have them do not count.",
			"body.invisible >= 3"),

	BODY_MIXED_SCRIPT("body.mixedScript", Kind.FINDS,
			"Words with letters of several scripts, such as a Cyrillic а in a Latin word.", "body.mixedScript > 0"),

	BODY_DIGITS("body.digits", Kind.SHARE, "Share of digits among the characters, spaces aside.", "body.digits > 0.3"),

	BODY_LANGUAGE("body.language", Kind.TEXT,
			"Language that the platform told (BCP 47), else a guess (ISO 639-1), or \"\" if it cannot be told.",
			"body.language == \"de\""),

	LINKS_COUNT("links.count", Kind.FINDS,
			"Links, also those without a scheme (example.com) or written to escape programs (example dot com, hxxp://example[.]com).",
			"links.count >= 2"),

	LINKS_DOMAINS("links.domains", Kind.TEXTS,
			"The registered part of the host of each link (example.co.uk), each once; an IP address as it is.",
			"\"example.org\" in links.domains"),

	LINKS_SHORTENED("links.shortened", Kind.FINDS, "Links of services that do not show where they lead.",
			"links.shortened > 0"),

	LINKS_DECEPTIVE("links.deceptive", Kind.FINDS,
			"Links that look like one to somewhere else: a user name before the host, lookalike letters, a disguised IP address, another domain before the real one, invisible characters, a text that names another domain.",
			"links.deceptive > 0"),

	CONTACT_PHONES("contact.phones", Kind.FINDS,
			"Telephone numbers: international ones, and national ones in their usual forms.", "contact.phones > 0"),

	CONTACT_EMAILS("contact.emails", Kind.FINDS, "Mail addresses, also spelled out (jo at example dot com).",
			"contact.emails > 0"),

	CONTACT_CARDS("contact.cards", Kind.FINDS, "Numbers of payment cards: prefix, length and check digit are right.",
			"contact.cards > 0"),

	CONTACT_ACCOUNTS("contact.accounts", Kind.FINDS,
			"Bank accounts (IBAN): the country's form and the check digits are right.", "contact.accounts > 0"),

	CONTACT_ADDRESSES("contact.addresses", Kind.FINDS, "Streets with a house number.", "contact.addresses > 0"),

	CONTACT_HANDLES("contact.handles", Kind.FINDS,
			"Names in messengers: t.me/name, or @name beside the name of a messenger.", "contact.handles > 0"),

	TOXICITY_SCORE("toxicity.score", Head.TOXIC,
			"How likely the text is rude, disrespectful or otherwise makes people leave: a probability by the model.",
			"toxicity.score > 0.9"),

	TOXICITY_INSULT("toxicity.insult", Head.INSULT, "How likely it insults somebody.", "toxicity.insult > 0.9"),

	TOXICITY_HATE("toxicity.hate", Head.HATE, "How likely it attacks people for what they are.", "toxicity.hate > 0.5"),

	TOXICITY_OBSCENE("toxicity.obscene", Head.OBSCENE, "How likely its words are obscene.", "toxicity.obscene > 0.9"),

	SPAM_SCORE("spam.score", Head.SPAM, "How likely it is advertising, a scam or begging for clicks.",
			"spam.score > 0.95"),

	AUTHOR_APPROVED("author.approved", Kind.COUNT, "Comments of the author that are approved.", "author.approved < 3"),

	AUTHOR_HELD("author.held", Kind.COUNT, "Comments of the author that are held.", "author.held > 2"),

	AUTHOR_REJECTED("author.rejected", Kind.COUNT, "Comments of the author that are rejected.", "author.rejected >= 3"),

	AUTHOR_APPROVED_BY_MODERATORS("author.approvedByModerators", Kind.COUNT,
			"Those of the approved comments that a moderator approved.", "author.approvedByModerators == 0"),

	AUTHOR_REJECTED_BY_MODERATORS("author.rejectedByModerators", Kind.COUNT,
			"Those of the rejected comments that a moderator rejected.", "author.rejectedByModerators >= 2"),

	AUTHOR_REJECTION_RATIO("author.rejectionRatio", Kind.SHARE,
			"Share of rejections among the author's approved and rejected comments; after each 30 days a comment counts half.",
			"author.rejectionRatio > 0.5"),

	AUTHOR_AGE("author.age", Kind.TIME, "Time since registration, else since the first comment.",
			"author.age < duration(\"24h\")"),

	AUTHOR_FIRST_SEEN("author.firstSeen", Kind.TIME, "Time since the author's first comment here.",
			"author.firstSeen < duration(\"1h\")"),

	AUTHOR_TRUST("author.trust", Kind.TEXT,
			"`new`, `known`, `trusted` or `staff`: by role, or by approved comments as the policy's `trust` tells.",
			"author.trust == \"new\""),

	AUTHOR_TRUSTED("author.trusted", Kind.TRUTH, "Whether `author.trust` is `trusted` or `staff`.", "author.trusted"),

	AUTHOR_BANNED("author.banned", Kind.TRUTH, "Whether a moderator has banned the author.", "author.banned"),

	AUTHOR_MUTED_UNTIL("author.mutedUntil", Kind.TEXT,
			"When the time-out ends that a moderator has given the author, such as `2026-03-01T12:00:00Z`; \"\" if there is none.",
			"author.mutedUntil != \"\""),

	AUTHOR_ROLE("author.role", Kind.TEXT, "The role that the platform tells, or \"\".", "author.role == \"staff\""),

	THREAD_ID("thread.id", Kind.TEXT, "The post's id.", "thread.id == \"post-7\""),

	THREAD_URL("thread.url", Kind.TEXT, "The post's address, or \"\".",
			"thread.url.startsWith(\"https://blog.example/\")"),

	THREAD_TITLE("thread.title", Kind.TEXT, "The post's title, or \"\".", "thread.title.contains(\"war\")"),

	THREAD_PACE("thread.pace", Kind.RATE,
			"Comments of the thread in a minute: on average of the comment's five minutes of the clock and the five before, in steps (1, 1.5, 2, 3, 5, 7, 10 and so on); 0 below 1.",
			"thread.pace >= 5.0"),

	THREAD_NEW_AUTHORS("thread.newAuthors", Kind.OTHERS,
			"Authors in the same ten minutes whose first comment here was less than a day before, in steps (5, 7, 10, 15, 20, 30 and so on); 0 while the pace is.",
			"thread.newAuthors >= 20 && author.trust == \"new\""),

	THREAD_HELD_SHARE("thread.heldShare", Kind.SHARE,
			"Share of the comments in the same ten minutes that rules held or rejected, in steps of 0.1, those aside that ask for what others do; 0 while the pace is.",
			"thread.heldShare >= 0.3 && thread.pace >= 2.0"),

	CAMPAIGN_ID("campaign.id", Kind.TEXT, "The campaign that the comment belongs to, or \"\".", "campaign.id != \"\""),

	CAMPAIGN_AUTHORS("campaign.authors", Kind.OTHERS,
			"How many authors have sent nearly the same text, with this one; 0 if nobody else has.",
			"campaign.authors >= 3"),

	CAMPAIGN_SIZE("campaign.size", Kind.OTHERS, "How many comments say nearly the same, with this one, or 0.",
			"campaign.size > 10"),

	CAMPAIGN_SIMILARITY("campaign.similarity", Kind.SHARE,
			"How much of their word pairs the comments of the campaign have in common with the first one, on average.",
			"campaign.similarity >= 0.5"),

	CAMPAIGN_MINUTES("campaign.minutes", Kind.COUNT, "Minutes from the first comment of the campaign to the last.",
			"campaign.authors >= 3 && campaign.minutes <= 60"),

	CAMPAIGN_CONFIRMED("campaign.confirmed", Kind.TRUTH, "Whether a moderator has confirmed the campaign.",
			"campaign.confirmed");

	/** The words before the dot. */
	static final Set<String> SUBJECTS = Stream.concat(Arrays.stream(values()).map(Variable::subject), Stream.of("said"))
		.collect(Collectors.toCollection(TreeSet::new));

	private static final Map<String, Variable> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Variable::cel, Function.identity()));

	private final String cel;

	private final Kind kind;

	private final @Nullable Head head;

	private final String meaning;

	private final String example;

	Variable(String cel, Kind kind, String meaning, String example) {
		this(cel, kind, null, meaning, example);
	}

	Variable(String cel, Head head, String meaning, String example) {
		this(cel, Kind.SHARE, head, meaning, example);
	}

	Variable(String cel, Kind kind, @Nullable Head head, String meaning, String example) {
		this.cel = cel;
		this.kind = kind;
		this.head = head;
		this.meaning = meaning;
		this.example = example;
	}

	static @Nullable Variable named(String name) {
		return BY_NAME.get(name);
	}

	/** The name in conditions. */
	String cel() {
		return this.cel;
	}

	CelType type() {
		return this.kind.type;
	}

	/** What it tells, for the reference. */
	String meaning() {
		return this.meaning;
	}

	/** A condition that uses it, for the reference. */
	String example() {
		return this.example;
	}

	/** Whether it tells how much of something was found in the text. */
	boolean isCountOfFinds() {
		return this.kind == Kind.FINDS;
	}

	/** Whether it is a number, and one that takes no classifier. */
	boolean isCheapNumber() {
		return this.head == null && switch (this.kind) {
			case FINDS, OTHERS, COUNT, SHARE, RATE -> true;
			case TEXT, TEXTS, TIME, TRUTH -> false;
		};
	}

	boolean isTruth() {
		return this.kind == Kind.TRUTH;
	}

	/** What a classifier tells by it; null if it is measured. */
	@Nullable Head head() {
		return this.head;
	}

	/**
	 * Whether it tells what others did, which may be known only after the comment was
	 * decided.
	 */
	boolean late() {
		return isOfCampaign() || isOfThread();
	}

	/** Whether it tells of near-identical comments by others. */
	boolean isOfCampaign() {
		return subject().equals("campaign");
	}

	/** Whether it tells how the thread goes. */
	boolean isOfThread() {
		return this == THREAD_PACE || this == THREAD_NEW_AUTHORS || this == THREAD_HELD_SHARE;
	}

	String subject() {
		return this.cel.substring(0, this.cel.indexOf('.'));
	}

	/** The smallest value of a number; NaN of anything else. */
	double least() {
		return this.kind.least;
	}

	double most() {
		return this.kind.most;
	}

	/** What values a variable has. */
	private enum Kind {

		TEXT(SimpleType.STRING), TEXTS(ListType.create(SimpleType.STRING)), TRUTH(SimpleType.BOOL),
		TIME(SimpleType.DURATION), COUNT(SimpleType.INT, Double.POSITIVE_INFINITY),
		/** A count of what was found in the text, with evidence. */
		FINDS(SimpleType.INT, Double.POSITIVE_INFINITY),
		/** A count of what others did, mostly nothing. */
		OTHERS(SimpleType.INT, Double.POSITIVE_INFINITY), SHARE(SimpleType.DOUBLE, 1),
		RATE(SimpleType.DOUBLE, Double.POSITIVE_INFINITY);

		private final CelType type;

		private final double least;

		private final double most;

		Kind(CelType type) {
			this.type = type;
			this.least = Double.NaN;
			this.most = Double.NaN;
		}

		Kind(CelType type, double most) {
			this.type = type;
			this.least = 0;
			this.most = most;
		}

	}

}
