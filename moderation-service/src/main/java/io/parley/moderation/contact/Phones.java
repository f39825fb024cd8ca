package io.parley.moderation.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import com.google.re2j.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Telephone numbers. The numbers are found here, as the library's own search tries many
 * expressions at each digit; what they are is the library's knowledge.
 */
final class Phones {

	private static final int SHORTEST = 7;

	/** Amounts and years are shorter. */
	private static final int SHORTEST_WITHOUT_ZERO = 9;

	private static final String SEPARATORS = " ()./-\u00A0\u2011\u2013";

	/** Where a number is often written without its country. */
	private static final List<String> NATIONAL_WITH_ZERO = List.of("GB", "DE", "FR", "UA", "NL", "IT", "AT", "CH", "BE",
			"AU", "SE", "TR", "PH", "JP");

	private static final List<String> NATIONAL_WITHOUT_ZERO = List.of("PL", "ES", "PT", "CZ", "NO", "DK", "CN", "MX",
			"BR");

	/** Words before a number that make it a telephone's. */
	private static final Pattern CUE = Pattern.compile(
			"(?i)(?:^|[^\\p{L}])(?:tel|phone|mobile|cell|call|ring|text|dial|number is|whatsapp|viber|sms|fax|hotline"
					+ "|telefon|handy|nummer|ruf|anrufen|tél|téléphone|appelez|portable|móvil|teléfono|llama|numer|zadzwoń"
					+ "|тел|телефон|звони|звоните|моб|номер|ватсап|дзвоніть)"
					+ "(?:\\s(?:me|him|her|us|them|at|on|is|now|under|unter|au|al|nr|no|:)){0,2}[^\\p{L}0-9\\n]{0,4}$"
					+ "|(?:电话|手机|電話|携帯)[^0-9\\n]{0,4}$");

	private static final int LONGEST_CUE = 30;

	/** "202 555 0100", "(202) 555-0100", "1-202-555-0100". */
	private static final Pattern NORTH_AMERICAN = Pattern.compile("1?334");

	private Phones() {
	}

	static List<Contact> find(String text, List<String> regions) {
		List<Contact> found = new ArrayList<>();
		for (Digits run : Digits.find(text, SHORTEST, SEPARATORS)) {
			PhoneNumber number = number(text, run, regions);
			if (number != null) {
				found.add(new Contact(run.start(), run.end(), Library.format(number)));
			}
		}
		return found;
	}

	/** The countries that the library knows. */
	static Set<String> regions() {
		return Set.copyOf(Library.NUMBERS.getSupportedRegions());
	}

	private static @Nullable PhoneNumber number(String text, Digits run, List<String> regions) {
		String digits = run.digits();
		if (digits.length() > 17) {
			return null;
		}
		if (run.plus()) {
			return Library.valid("+" + digits, "ZZ");
		}
		if (digits.startsWith("00")) {
			return Library.valid("+" + digits.substring(2), "ZZ");
		}
		boolean cue = hasCue(text, run.start());
		boolean grouped = run.groups().length() > 1;
		if (!regions.isEmpty()) {
			boolean likely = cue || digits.startsWith("0") || (grouped && digits.length() >= SHORTEST_WITHOUT_ZERO);
			List<String> fitting = cue ? regions
					: regions.stream().filter(region -> Library.mayBegin(digits, region)).toList();
			return (likely && !isDate(run.groups())) ? Library.validIn(digits, fitting) : null;
		}
		if (digits.length() >= 10 && (cue || NORTH_AMERICAN.matches(run.groups()))) {
			PhoneNumber american = Library.valid(digits, "US");
			if (american != null) {
				return american;
			}
		}
		if (digits.length() == 11 && "78".indexOf(digits.charAt(0)) >= 0 && (cue || grouped)) {
			return Library.valid("+7" + digits.substring(1), "ZZ");
		}
		boolean zero = digits.startsWith("0") && digits.length() >= 9 && run.groups().charAt(0) > '1';
		if (zero && (cue || grouped) && !isDate(run.groups())) {
			return Library.validIn(digits, NATIONAL_WITH_ZERO);
		}
		return cue ? Library.validIn(digits, NATIONAL_WITHOUT_ZERO) : null;
	}

	/** "01.02.2026", "01-02-2026 10 30". */
	private static boolean isDate(String groups) {
		return groups.startsWith("224") || groups.equals("222") || groups.equals("2222");
	}

	private static boolean hasCue(String text, int start) {
		return CUE.matcher(text.substring(Math.max(0, start - LONGEST_CUE), start)).find();
	}

	/** Reads its data when it is first asked, and all of them at once. */
	private static final class Library {

		private static final PhoneNumberUtil NUMBERS = withAllRegions();

		static @Nullable PhoneNumber valid(String number, String region) {
			try {
				PhoneNumber parsed = NUMBERS.parse(number, region);
				return (NUMBERS.isValidNumber(parsed) || isForFiction(parsed)) ? parsed : null;
			}
			catch (NumberParseException none) {
				return null;
			}
		}

		static @Nullable PhoneNumber validIn(String number, List<String> regions) {
			for (String region : regions) {
				PhoneNumber parsed = valid(number, region);
				if (parsed != null) {
					return parsed;
				}
			}
			return null;
		}

		/** Where numbers have a zero before them, one without it is another number. */
		static boolean mayBegin(String digits, String region) {
			return digits.startsWith("0") || !"0".equals(NUMBERS.getNddPrefixForRegion(region, true));
		}

		static String format(PhoneNumber number) {
			return NUMBERS.format(number, PhoneNumberFormat.E164);
		}

		/** Numbers that no one has, as examples use: nnn 555 01nn. */
		private static boolean isForFiction(PhoneNumber number) {
			long local = number.getNationalNumber() % 10_000_000L;
			return number.getCountryCode() == 1 && local / 100 == 55_501L && NUMBERS.isPossibleNumber(number);
		}

		private static PhoneNumberUtil withAllRegions() {
			PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
			numbers.getSupportedRegions().forEach(numbers::getCountryCodeForRegion);
			return numbers;
		}

	}

}
