package io.parley.moderation.contact;

import java.util.List;

/** Numbers of payment cards (ISO/IEC 7812: prefix of the issuer, Luhn's check digit). */
final class Cards {

	private static final int SHORTEST = 13;

	private static final String SEPARATORS = " -\u00A0";

	private static final List<Issuer> ISSUERS = List.of(new Issuer("Visa", 4, 4, 13, 13),
			new Issuer("Visa", 4, 4, 16, 16), new Issuer("Visa", 4, 4, 19, 19),
			new Issuer("Mastercard", 51, 55, 16, 16), new Issuer("Mastercard", 2221, 2720, 16, 16),
			new Issuer("American Express", 34, 34, 15, 15), new Issuer("American Express", 37, 37, 15, 15),
			new Issuer("Mir", 2200, 2204, 16, 19), new Issuer("Discover", 6011, 6011, 16, 19),
			new Issuer("Discover", 644, 659, 16, 19), new Issuer("UnionPay", 62, 62, 16, 19),
			new Issuer("JCB", 3528, 3589, 16, 19), new Issuer("Diners Club", 300, 305, 14, 19),
			new Issuer("Diners Club", 36, 36, 14, 19), new Issuer("Diners Club", 38, 39, 16, 19));

	private Cards() {
	}

	static List<Contact> find(String text) {
		return Digits.find(text, SHORTEST, SEPARATORS)
			.stream()
			.filter(run -> !run.plus() && isLuhn(run.digits()))
			.flatMap(run -> ISSUERS.stream()
				.filter(issuer -> issuer.has(run.digits()))
				.limit(1)
				.map(issuer -> new Contact(run.start(), run.end(), issuer.name + " … " + lastFour(run.digits()))))
			.toList();
	}

	private static String lastFour(String digits) {
		return digits.substring(digits.length() - 4);
	}

	/** ISO/IEC 7812-1, annex B. */
	private static boolean isLuhn(String digits) {
		int sum = 0;
		for (int i = digits.length() - 1; i >= 0; i--) {
			int digit = digits.charAt(i) - '0';
			boolean second = (digits.length() - i) % 2 == 0;
			sum += second ? digit * 2 / 10 + digit * 2 % 10 : digit;
		}
		return sum % 10 == 0 && sum > 0;
	}

	/** Numbers that begin with a number between the two. */
	private record Issuer(String name, int first, int last, int shortest, int longest) {

		boolean has(String digits) {
			int length = Integer.toString(this.first).length();
			int prefix = Integer.parseInt(digits, 0, length, 10);
			return prefix >= this.first && prefix <= this.last && digits.length() >= this.shortest
					&& digits.length() <= this.longest;
		}

	}

}
