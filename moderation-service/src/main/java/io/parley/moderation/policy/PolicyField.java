package io.parley.moderation.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a policy file: those that are read are those that are described. */
enum PolicyField {

	NAME(Part.POLICY, "policy", "text", "The policy's name. Needed.", "gazette"),

	EXTENDS(Part.POLICY, "extends", "text",
			"A policy that comes with Parley, or a policy file beside this one or below, whose lists, reasons, rules and all else hold"
					+ " unless this policy tells otherwise. Rules and reasons of the same name take the place of those of that policy, terms are added to its lists.",
			"news-and-politics"),

	WITHOUT(Part.POLICY, "without", "texts", "Rules of the policy that is extended, by their ids, which do not count.",
			"[shouting, newcomer-links]"),

	VERDICTS(Part.POLICY, "verdicts", "fields",
			"Points from which a comment is held or rejected. Needed, unless the policy extends another one.",
			"{ hold: 5, reject: 10 }"),

	ON_ERROR(Part.POLICY, "onError", "approve, hold, reject",
			"The mildest verdict when a rule cannot be evaluated; hold if not told.", "hold"),

	LISTS(Part.POLICY, "lists", "lists by name", "Lists of terms that conditions name.",
			"{ shops: { terms: [example.org], match: domain } }"),

	MODEL(Part.POLICY, "model", "fields", "The model that scores comments; the one that comes with Parley if not told.",
			"{ file: gazette.model }"),

	REGIONS(Part.POLICY, "regions", "texts",
			"Countries (ISO 3166) in whose form telephone numbers are that have no country code, the likeliest first; the forms of many countries if not told.",
			"[DE, AT]"),

	REASONS(Part.POLICY, "reasons", "texts by code",
			"What authors are told: a sentence, or one for each language (ISO 639-1). Authors are told it in the language of their comment, else in English, which each reason with languages needs.",
			"{ links: A moderator looks first., spam: { en: Advertising is not published., de: Werbung wird nicht veröffentlicht. } }"),

	RULES(Part.POLICY, "rules", "rules", "At least one, unless the policy extends another one.",
			"[{ id: long, when: body.length > 5000, then: hold }]"),

	TRUST(Part.POLICY, "trust", "fields", "From when authors are known and trusted.", "{ known: 3, trusted: 20 }"),

	CAMPAIGNS(Part.POLICY, "campaigns", "fields", "What counts as one campaign.", "{ window: 2h }"),

	WINDOW(Part.CAMPAIGNS, "window", "duration",
			"The longest time from one comment of a campaign to the next, up to 24h; 2h if not told.", "30m"),

	ALLOW(Part.CAMPAIGNS, "allow", "texts",
			"Texts that many people may send, such as a petition of the site's own; what is nearly the same is allowed too.",
			"[We the readers of the Gazette ask the council to open the archive]"),

	KNOWN(Part.TRUST, "known", "number",
			"Points from which an author is `known`, one for each approved comment; 3 if not told.", "3"),

	TRUSTED_FROM(Part.TRUST, "trusted", "number", "Points from which an author is `trusted`; 20 if not told.", "20"),

	REJECTED_PERCENT(Part.TRUST, "rejectedPercent", "number",
			"Share of rejected comments, in percent, from which nobody is trusted; 5 if not told.", "5"),

	MODERATOR_WEIGHT(Part.TRUST, "moderatorWeight", "number",
			"Points for a comment that a moderator approved; 1 if not told.", "3"),

	HOLD(Part.VERDICTS, "hold", "number", "Points from which a comment is held. Needed.", "5"),

	REJECT(Part.VERDICTS, "reject", "number", "Points from which it is rejected. Needed.", "10"),

	FILE(Part.LIST, "file", "text",
			"A file beside the policy or below, one term a line, `#` before remarks; a line in braces is a term with options. Either this, `files` or `terms`.",
			"lists/slurs.txt"),

	MODEL_FILE(Part.MODEL, "file", "text",
			"A file beside the policy or below, as `./parley model train` makes them, of 8 MB at most; the model that"
					+ " comes with Parley if not told.",
			"gazette.model"),

	MODEL_LEARN(Part.MODEL, "learn", "true, false",
			"Whether what moderators decide corrects the probabilities for their site; false if not told.", "true"),

	FILES(Part.LIST, "files", "texts",
			"Several such files, as one for each language; what is in two of them counts once.",
			"[lists/slurs/en.txt, lists/slurs/de.txt]"),

	TERMS(Part.LIST, "terms", "terms",
			"The terms themselves: texts, or terms with options. In lists that are `folded` or `exact` three letters or more with an asterisk behind them stand for all words that begin so: `cockroach*`.",
			"[bit.ly, tinyurl.com]"),

	LEFT_OUT(Part.LIST, "without", "texts", "Terms of the list of the policy that is extended which do not count.",
			"[casino]"),

	MATCH(Part.LIST, "match", "folded, exact, substring, domain",
			"How terms are looked for: whole words however disguised (if not told), whole words letter by letter whatever their case, anywhere, as hosts of links.",
			"domain"),

	ORDINARY(Part.LIST, "ordinary", "true, false",
			"Whether ordinary words are meant, as in a list that counts only beside others: `./parley policy check` does not warn of its terms.",
			"true"),

	TERM(Part.TERM, "term", "text", "The term. Needed.", "arse"),

	ACCENTS(Part.TERM, "accents", "keep",
			"The term is found only with its own accents; in lists that are `folded` or `substring`.", "keep"),

	EXCEPT(Part.TERM, "except", "texts",
			"Words or phrases in which the term does not count, letter by letter whatever their case; of a domain, those below it.",
			"[sparse, arsenal]"),

	ID(Part.RULE, "id", "text", "Letters, digits, dots, dashes, underscores; once in the policy. Needed.",
			"newcomer-links"),

	WHEN(Part.RULE, "when", "condition", "When the rule matches. Needed.", "links.count >= 2 && author.approved < 3"),

	UNLESS(Part.RULE, "unless", "condition", "When it does not match after all.", "author.trusted"),

	THEN(Part.RULE, "then", "approve, hold, reject", "What a match does: approve exempts. Either this or `score`.",
			"hold"),

	SCORE(Part.RULE, "score", "number", "Points that a match adds.", "6"),

	REASON(Part.RULE, "reason", "text", "A code of `reasons`: what the author is told.", "links"),

	MODE(Part.RULE, "mode", "live, shadow, draft",
			"shadow records matches without effect, draft is only checked; live if not told.", "shadow"),

	LIMIT(Part.RULE, "limit", "fields", "A brake for a rule that rejects: above it the rule holds instead.",
			"{ rejectsPerHour: 500 }"),

	THREAD_ACTION(Part.RULE, "thread", "fields",
			"What a match does to the thread: slows it down or closes it. Beside `then` or `score`, or alone.",
			"{ slowMode: 60s, for: 30m }"),

	TESTS(Part.RULE, "tests", "fields", "Examples that `./parley policy test` runs.",
			"{ hit: [{ body: Buy it }], miss: [{ body: Hello }] }"),

	REJECTS_PER_HOUR(Part.LIMIT, "rejectsPerHour", "number",
			"So many comments of a site the rule rejects in an hour of the clock, by the times of comments; from the minute on in which there are more it holds, until the hour ends. Needed.",
			"500"),

	SLOW_MODE(Part.THREAD_ACTION, "slowMode", "duration",
			"An author writes once in so long, from 1s to 24h. Either this or `close`.", "60s"),

	CLOSE(Part.THREAD_ACTION, "close", "true, false", "The thread takes no comments.", "true"),

	FOR(Part.THREAD_ACTION, "for", "duration",
			"How long from the comment on, up to 30d; later matches prolong it. Needed.", "30m"),

	HITS(Part.TESTS, "hit", "examples", "Comments that the rule must match.", "[{ body: Buy it }]"),

	MISSES(Part.TESTS, "miss", "examples", "Comments that it must not match.", "[{ body: Hello }]"),

	BODY(Part.EXAMPLE, "body", "text", "The comment. Needed.", "See https://example.org"),

	LANGUAGE(Part.EXAMPLE, "language", "text", "What the platform tells of the language.", "de"),

	AUTHOR(Part.EXAMPLE, "author", "fields", "Who writes; somebody new if not told.", "{ approved: 12, age: 30d }"),

	THREAD(Part.EXAMPLE, "thread", "fields", "The post.", "{ id: post-7 }"),

	CAMPAIGN(Part.EXAMPLE, "campaign", "fields", "The campaign that the comment belongs to; none if not told.",
			"{ authors: 5, minutes: 20 }"),

	APPROVED(Part.AUTHOR, "approved", "number", "`author.approved`.", "12"),

	WAITING(Part.AUTHOR, "held", "number", "`author.held`.", "0"),

	REJECTED(Part.AUTHOR, "rejected", "number", "`author.rejected`.", "1"),

	APPROVED_BY_MODERATORS(Part.AUTHOR, "approvedByModerators", "number", "`author.approvedByModerators`.", "2"),

	REJECTED_BY_MODERATORS(Part.AUTHOR, "rejectedByModerators", "number", "`author.rejectedByModerators`.", "1"),

	REJECTION_RATIO(Part.AUTHOR, "rejectionRatio", "number", "`author.rejectionRatio`.", "0.25"),

	AGE(Part.AUTHOR, "age", "duration", "`author.age`.", "30d"),

	FIRST_SEEN(Part.AUTHOR, "firstSeen", "duration", "`author.firstSeen`.", "2h"),

	TRUST_LEVEL(Part.AUTHOR, "trust", "new, known, trusted, staff", "`author.trust`.", "known"),

	TRUSTED(Part.AUTHOR, "trusted", "true, false", "The same as `trust: trusted`.", "true"),

	ROLE(Part.AUTHOR, "role", "text", "`author.role`.", "staff"),

	RATE(Part.AUTHOR, "rate", "number", "`author.rate` of any window.", "5"),

	REPEATS(Part.AUTHOR, "repeats", "number", "`author.repeats` of any window.", "2"),

	LINKS_POSTED(Part.AUTHOR, "links", "number", "`author.links` of any window.", "4"),

	THREADS(Part.AUTHOR, "threads", "number", "`author.threads` of any window.", "3"),

	BANNED(Part.AUTHOR, "banned", "true, false", "`author.banned`.", "true"),

	MUTED_UNTIL(Part.AUTHOR, "mutedUntil", "time", "`author.mutedUntil`.", "\"2026-03-01T12:00:00Z\""),

	THREAD_ID(Part.THREAD, "id", "text", "`thread.id`.", "post-7"),

	THREAD_URL(Part.THREAD, "url", "text", "`thread.url`.", "https://blog.example/7"),

	THREAD_TITLE(Part.THREAD, "title", "text", "`thread.title`.", "A post"),

	THREAD_PACE(Part.THREAD, "pace", "number", "`thread.pace`.", "5"),

	THREAD_NEW_AUTHORS(Part.THREAD, "newAuthors", "number", "`thread.newAuthors`.", "20"),

	THREAD_HELD_SHARE(Part.THREAD, "heldShare", "number", "`thread.heldShare`.", "0.3"),

	CAMPAIGN_ID(Part.CAMPAIGN, "id", "text", "`campaign.id`.", "5be1c0ffee"),

	CAMPAIGN_AUTHORS(Part.CAMPAIGN, "authors", "number", "`campaign.authors`; 2 if not told.", "5"),

	CAMPAIGN_SIZE(Part.CAMPAIGN, "size", "number", "`campaign.size`; as many as authors if not told.", "7"),

	CAMPAIGN_SIMILARITY(Part.CAMPAIGN, "similarity", "number", "`campaign.similarity`; 1 if not told.", "0.8"),

	CAMPAIGN_MINUTES(Part.CAMPAIGN, "minutes", "number", "`campaign.minutes`.", "20"),

	CAMPAIGN_CONFIRMED(Part.CAMPAIGN, "confirmed", "true, false", "`campaign.confirmed`.", "true");

	private final Part part;

	private final String field;

	private final String type;

	private final String meaning;

	private final String example;

	PolicyField(Part part, String field, String type, String meaning, String example) {
		this.part = part;
		this.field = field;
		this.type = type;
		this.meaning = meaning;
		this.example = example;
	}

	/** The names of all fields of a part. */
	static Set<String> names(Part part) {
		return of(part).stream().map(PolicyField::field).collect(Collectors.toUnmodifiableSet());
	}

	static List<PolicyField> of(Part part) {
		return Arrays.stream(values()).filter(field -> field.part == part).toList();
	}

	String field() {
		return this.field;
	}

	String type() {
		return this.type;
	}

	String meaning() {
		return this.meaning;
	}

	String example() {
		return this.example;
	}

	/** Where a field may stand. */
	enum Part {

		POLICY("The policy"), VERDICTS("`verdicts`"), MODEL("`model`"), TRUST("`trust`"), CAMPAIGNS("`campaigns`"),
		LIST("A list"), TERM("A term with options"), RULE("A rule"), LIMIT("`limit` of a rule"),
		THREAD_ACTION("`thread` of a rule"), TESTS("`tests` of a rule"), EXAMPLE("A test"),
		AUTHOR("`author` of a test"), THREAD("`thread` of a test"), CAMPAIGN("`campaign` of a test");

		private final String title;

		Part(String title) {
			this.title = title;
		}

		String title() {
			return this.title;
		}

	}

}
