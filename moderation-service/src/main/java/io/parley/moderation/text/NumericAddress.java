package io.parley.moderation.text;

import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

/**
 * Hosts that are IPv4 addresses, also as one number, in octal or in hexadecimal (URL
 * Standard, "IPv4 parser").
 */
final class NumericAddress {

	private static final int PARTS = 4;

	private static final long LAST = 0xFFFF_FFFFL;

	private NumericAddress() {
	}

	/** The address as dotted decimals, or null if the host is none. */
	static @Nullable String of(String host) {
		if (host.isEmpty() || !isDigit(host.charAt(0))) {
			return null;
		}
		String[] parts = host.split("\\.", PARTS + 2);
		if (parts.length > PARTS) {
			return null;
		}
		long address = 0;
		for (int i = 0; i < parts.length; i++) {
			long number = number(parts[i]);
			boolean last = i == parts.length - 1;
			long most = last ? LAST >> (8 * i) : 255;
			if (number < 0 || number > most) {
				return null;
			}
			address |= last ? number : number << (8 * (PARTS - 1 - i));
		}
		StringJoiner dotted = new StringJoiner(".");
		for (int shift = 24; shift >= 0; shift -= 8) {
			dotted.add(Long.toString((address >> shift) & 0xFF));
		}
		return dotted.toString();
	}

	/** The number, or -1. */
	private static long number(String part) {
		boolean hexadecimal = part.startsWith("0x");
		boolean octal = !hexadecimal && part.length() > 1 && part.startsWith("0");
		String digits = hexadecimal ? part.substring(2) : part;
		int radix = hexadecimal ? 16 : octal ? 8 : 10;
		if (digits.length() > 16 || !digits.chars().allMatch(digit -> Character.digit(digit, radix) >= 0)) {
			return -1;
		}
		if (digits.isEmpty()) {
			return hexadecimal ? 0 : -1;
		}
		return Long.parseLong(digits, radix);
	}

	private static boolean isDigit(char character) {
		return character >= '0' && character <= '9';
	}

}
