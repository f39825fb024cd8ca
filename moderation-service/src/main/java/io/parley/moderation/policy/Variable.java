package io.parley.moderation.policy;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import org.jspecify.annotations.Nullable;

/** What a condition can read. */
enum Variable {

	BODY_TEXT("body.text", SimpleType.STRING),

	/** In code points. */
	BODY_LENGTH("body.length", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	BODY_CAPS_RATIO("body.capsRatio", SimpleType.DOUBLE, 0, 1),

	BODY_LONGEST_RUN("body.longestRun", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	BODY_EMOJI_COUNT("body.emojiCount", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	/** ISO 15924 codes. */
	BODY_SCRIPTS("body.scripts", ListType.create(SimpleType.STRING)),

	/** Characters that are not seen and not needed. */
	BODY_INVISIBLE("body.invisible", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	/** Words with letters of several scripts. */
	BODY_MIXED_SCRIPT("body.mixedScript", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	/** The share of digits. */
	BODY_DIGITS("body.digits", SimpleType.DOUBLE, 0, 1),

	/** BCP 47 tag as the platform tells it, else a guess, or the empty string. */
	BODY_LANGUAGE("body.language", SimpleType.STRING),

	LINKS_COUNT("links.count", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	/** The registered part of each host, each once. */
	LINKS_DOMAINS("links.domains", ListType.create(SimpleType.STRING)),

	LINKS_SHORTENED("links.shortened", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	LINKS_DECEPTIVE("links.deceptive", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	CONTACT_PHONES("contact.phones", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	CONTACT_EMAILS("contact.emails", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	CONTACT_CARDS("contact.cards", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	CONTACT_ACCOUNTS("contact.accounts", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	CONTACT_ADDRESSES("contact.addresses", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	CONTACT_HANDLES("contact.handles", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	AUTHOR_APPROVED("author.approved", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	AUTHOR_HELD("author.held", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	AUTHOR_REJECTED("author.rejected", SimpleType.INT, 0, Double.POSITIVE_INFINITY),

	AUTHOR_AGE("author.age", SimpleType.DURATION),

	AUTHOR_TRUSTED("author.trusted", SimpleType.BOOL),

	AUTHOR_ROLE("author.role", SimpleType.STRING),

	THREAD_ID("thread.id", SimpleType.STRING),

	THREAD_URL("thread.url", SimpleType.STRING),

	THREAD_TITLE("thread.title", SimpleType.STRING);

	/** The words before the dot. */
	static final Set<String> SUBJECTS = Arrays.stream(values())
		.map(Variable::subject)
		.collect(Collectors.toCollection(TreeSet::new));

	private static final Map<String, Variable> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap(Variable::cel, Function.identity()));

	private final String cel;

	private final CelType type;

	private final double least;

	private final double most;

	Variable(String cel, CelType type) {
		this(cel, type, Double.NaN, Double.NaN);
	}

	Variable(String cel, CelType type, double least, double most) {
		this.cel = cel;
		this.type = type;
		this.least = least;
		this.most = most;
	}

	static @Nullable Variable named(String name) {
		return BY_NAME.get(name);
	}

	/** The name in conditions. */
	String cel() {
		return this.cel;
	}

	CelType type() {
		return this.type;
	}

	/** Whether it tells how much of something was found in the text. */
	boolean isCountOfFinds() {
		return switch (this) {
			case BODY_INVISIBLE, BODY_MIXED_SCRIPT, LINKS_COUNT, LINKS_SHORTENED, LINKS_DECEPTIVE, CONTACT_PHONES,
					CONTACT_EMAILS, CONTACT_CARDS, CONTACT_ACCOUNTS, CONTACT_ADDRESSES, CONTACT_HANDLES ->
				true;
			default -> false;
		};
	}

	String subject() {
		return this.cel.substring(0, this.cel.indexOf('.'));
	}

	/** The smallest value of a number; NaN of anything else. */
	double least() {
		return this.least;
	}

	double most() {
		return this.most;
	}

}
