package io.parley.moderation.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;
import org.jspecify.annotations.Nullable;

/** International bank account numbers (ISO 13616). */
final class Accounts {

	private static final int SHORTEST = 15;

	private Accounts() {
	}

	static List<Contact> find(String text) {
		if (!Digits.in(text)) {
			return List.of();
		}
		List<Contact> found = new ArrayList<>();
		for (int at = 0; at + SHORTEST <= text.length();) {
			Contact account = begins(text, at) ? read(text, at) : null;
			if (account != null) {
				found.add(account);
			}
			at = (account != null) ? account.end() : at + 1;
		}
		return found;
	}

	private static boolean begins(String text, int at) {
		return isLetter(text.charAt(at)) && isLetter(text.charAt(at + 1)) && isDigit(text.charAt(at + 2))
				&& isDigit(text.charAt(at + 3)) && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
	}

	/** Groups of as many characters as the accounts of the country have, or null. */
	private static @Nullable Contact read(String text, int start) {
		int length = length(text.substring(start, start + 2));
		StringBuilder number = new StringBuilder();
		for (int at = start; at < text.length() && number.length() < length; at++) {
			char character = text.charAt(at);
			if (isLetter(character) || isDigit(character)) {
				number.append(character);
				if (number.length() == length && endsGroup(text, at + 1) && isAccount(number)) {
					return new Contact(start, at + 1, shown(number));
				}
			}
			else if ((character != ' ' && character != '-' && character != '\u00A0')
					|| !Character.isLetterOrDigit(text.charAt(at - 1))) {
				break;
			}
		}
		return null;
	}

	/** The length of a country's accounts; 0 if it has none. */
	private static int length(String country) {
		CountryCode code = CountryCode.getByCode(country.toUpperCase(Locale.ROOT));
		return (code != null && IbanUtil.isSupportedCountry(code)) ? IbanUtil.getIbanLength(code) : 0;
	}

	private static boolean endsGroup(String text, int end) {
		return end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
	}

	private static boolean isAccount(CharSequence number) {
		return IbanUtil.isValid(number.toString().toUpperCase(Locale.ROOT));
	}

	private static String shown(CharSequence number) {
		String account = number.toString().toUpperCase(Locale.ROOT);
		return account.substring(0, 2) + " … " + account.substring(account.length() - 4);
	}

	private static boolean isLetter(char character) {
		return (character | 0x20) >= 'a' && (character | 0x20) <= 'z';
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

}
