package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.parley.contract.Hit;
import io.parley.moderation.contact.ContactKind;
import io.parley.moderation.text.Deception;
import io.parley.moderation.text.InvisibleCharacters;
import io.parley.moderation.text.Link;
import io.parley.moderation.text.Links;
import io.parley.moderation.text.MixedScripts;
import io.parley.moderation.text.Stretch;
import org.jspecify.annotations.Nullable;

/**
 * What is where in one text: each thing is looked for when it is first asked for, and
 * only once. For one thread.
 */
final class TextFindings {

	private final String text;

	private final Vocabulary vocabulary;

	private final Map<Pattern, List<Hit.Span>> matches = new HashMap<>();

	private final Map<ContactKind, List<Hit.Span>> contacts = new EnumMap<>(ContactKind.class);

	private @Nullable FoundTerms terms;

	private @Nullable Map<String, List<Hit.Span>> listedLinks;

	private @Nullable List<Link> links;

	private RequiredWords.@Nullable Folded folded;

	TextFindings(String text, Vocabulary vocabulary) {
		this.text = text;
		this.vocabulary = vocabulary;
	}

	FoundTerms terms() {
		if (this.terms == null) {
			this.terms = new FoundTerms(this.text, this.vocabulary.terms().find(this.text));
		}
		return this.terms;
	}

	/** Links to a domain of the list or to one below it. */
	List<Hit.Span> linksIn(String list) {
		if (this.listedLinks == null) {
			this.listedLinks = FoundTerms.byList(this.vocabulary.domains().find(links()));
		}
		return this.listedLinks.getOrDefault(list, List.of());
	}

	List<Link> links() {
		if (this.links == null) {
			this.links = Links.find(this.text);
		}
		return this.links;
	}

	List<Hit.Span> matches(Expression expression) {
		List<Hit.Span> known = this.matches.get(expression.pattern());
		if (known == null) {
			known = (mayHave(expression.words()) && expression.mayFind(this.text)) ? find(expression.pattern())
					: List.of();
			this.matches.put(expression.pattern(), known);
		}
		return known;
	}

	/** Whether an expression that needs the words may find something. */
	boolean mayHave(RequiredWords words) {
		if (words.isEmpty()) {
			return true;
		}
		if (this.folded == null) {
			this.folded = RequiredWords.fold(this.text);
		}
		return words.mayBeIn(this.folded);
	}

	/** The contacts of the kind that a variable counts. */
	List<Hit.Span> contacts(Variable variable) {
		return this.contacts.computeIfAbsent(kind(variable),
				kind -> kind.find(this.text, this.vocabulary.regions())
					.stream()
					.map(contact -> span(contact.start(), contact.end(), Evidence.bounded(contact.value())))
					.toList());
	}

	/** What a variable was measured by, if it is measured by places in the text. */
	List<Hit.Span> measuredBy(Variable variable) {
		return switch (variable) {
			case BODY_INVISIBLE -> InvisibleCharacters.find(this.text).stream().map(this::invisible).toList();
			case BODY_MIXED_SCRIPT -> MixedScripts.find(this.text).stream().map(this::word).toList();
			case LINKS_COUNT, LINKS_DOMAINS -> links().stream().map(TextFindings::host).toList();
			case LINKS_SHORTENED -> links().stream().filter(Link::shortened).map(TextFindings::host).toList();
			case LINKS_DECEPTIVE -> links().stream().filter(Link::deceives).map(TextFindings::deception).toList();
			case CONTACT_PHONES, CONTACT_EMAILS, CONTACT_CARDS, CONTACT_ACCOUNTS, CONTACT_ADDRESSES, CONTACT_HANDLES ->
				contacts(variable);
			default -> List.of();
		};
	}

	private List<Hit.Span> find(Pattern pattern) {
		List<Hit.Span> spans = new ArrayList<>();
		Matcher matcher = pattern.matcher(this.text);
		while (spans.size() < Evidence.MOST_SPANS && matcher.find()) {
			spans.add(span(matcher.start(), matcher.end(), pattern.pattern()));
		}
		return List.copyOf(spans);
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

	private Hit.Span invisible(Stretch place) {
		return span(place.start(), place.end(), "U+%04X".formatted(this.text.codePointAt(place.start())));
	}

	private Hit.Span word(Stretch place) {
		return span(place.start(), place.end(), Evidence.bounded(this.text.substring(place.start(), place.end())));
	}

	private static Hit.Span host(Link link) {
		return span(link.start(), link.end(), Evidence.bounded(link.host()));
	}

	private static Hit.Span deception(Link link) {
		Deception deception = link.deception();
		String how = (deception != null) ? " (" + deception.words() + ")" : "";
		return span(link.start(), link.end(), Evidence.bounded(link.host()) + how);
	}

	private static Hit.Span span(int start, int end, String term) {
		return new Hit.Span("body", start, end, null, term);
	}

}
