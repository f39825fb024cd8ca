package io.parley.moderation.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * Streets with a house number, in the forms of several languages; rather too few than too
 * many, as a number beside a word is mostly something else.
 */
final class StreetAddresses {

	private static final Pattern STREET = Pattern.compile(String.join("|",
			// English
			"\\b[0-9]{1,5}[A-Za-z]?,? (?:[A-Z][a-z'’.-]+ ){1,3}(?:Street|Road|Rd|Avenue|Ave|Lane|Boulevard|Blvd|Crescent|Terrace)\\b",
			// German, Dutch
			"\\p{Lu}[\\p{L}-]*(?:straße|strasse|str\\.|gasse|allee|straat|laan) ?[0-9]{1,4}[a-z]?\\b",
			"\\p{Lu}[\\p{L}-]+ (?:Straße|Strasse|Str\\.|Allee) [0-9]{1,4}[a-z]?\\b",
			// French
			"\\b[0-9]{1,4}(?: ?bis| ?ter)?,? (?:rue|avenue|boulevard|bd|impasse|allée|chemin|quai) (?:de la |de l['’]|des |du |de |d['’])?\\p{Lu}[\\p{L}'’-]+",
			// Spanish, Italian, Portuguese
			"\\b(?:[Cc]alle|[Aa]venida|[Aa]vda\\.|[Pp]aseo|[Vv]ia|[Vv]iale|[Cc]orso|[Rr]ua) (?:de la |de los |del |de |da |do |della |dei )?\\p{Lu}[\\p{L}]+(?: \\p{Lu}\\p{L}+){0,2},? (?:n[º°.]? ?)?[0-9]{1,4}\\b",
			// Polish, Czech
			"\\bul\\. ?\\p{Lu}[\\p{L}]+(?: \\p{Lu}\\p{L}+)? [0-9]{1,4}\\b",
			// Russian, Ukrainian
			"(?:ул\\.|улица|улице|вул\\.|вулиця|пр-т|просп\\.|проспект|пер\\.|переулок) ?\\p{Lu}[\\p{L}-]+(?: \\p{L}+)?,? ?(?:д\\.|дом|буд\\.|будинок)? ?[0-9]{1,4}"));

	/**
	 * Parts of words of which every address has one: cheaper to look for than addresses.
	 */
	private static final List<String> TELLING = List.of("Street", "Road", "Rd", "Ave", "Lane", "Boulevard", "Blvd",
			"Crescent", "Terrace", "straße", "strasse", "str.", "gasse", "allee", "straat", "laan", "Straße", "Strasse",
			"Str.", "Allee", "rue ", "avenue ", "boulevard ", "bd ", "impasse ", "allée ", "chemin ", "quai ", "alle ",
			"venida ", "vda.", "aseo ", "via ", "Via ", "viale ", "Viale ", "orso ", "rua ", "Rua ", "ul.", "ул.",
			"улиц", "вулиц", "пр-т", "просп", "пер.", "переулок");

	/** Seats of governments, which are in the news and nobody's home. */
	private static final List<String> OFFICIAL = List.of("downing street", "pennsylvania ave");

	private StreetAddresses() {
	}

	static List<Contact> find(String text) {
		if (!Digits.in(text) || TELLING.stream().noneMatch(text::contains)) {
			return List.of();
		}
		List<Contact> found = new ArrayList<>();
		Matcher matcher = STREET.matcher(text);
		while (matcher.find()) {
			String address = matcher.group();
			String lower = address.toLowerCase(Locale.ROOT);
			if (OFFICIAL.stream().noneMatch(lower::contains)) {
				found.add(new Contact(matcher.start(), matcher.end(), address));
			}
		}
		return found;
	}

}
