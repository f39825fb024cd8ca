package io.parley.local.dlt;

/** Text of strangers on its way to a terminal, which must not take it for commands. */
final class Printable {

	private Printable() {
	}

	/**
	 * Control characters as {@code \}{@code u001b}; line ends as well unless they are to
	 * stay.
	 */
	static String of(String text, boolean lines) {
		StringBuilder printable = new StringBuilder(text.length());
		text.codePoints().forEach((point) -> {
			boolean lineEnd = point == '\n' && lines;
			if (lineEnd || (!Character.isISOControl(point) && Character.getType(point) != Character.FORMAT)) {
				printable.appendCodePoint(point);
			}
			else {
				printable.append("\\u%04x".formatted(point));
			}
		});
		return printable.toString();
	}

	static String shortened(String text, int length) {
		String line = of(text, false);
		return (line.length() <= length) ? line : line.substring(0, length - 1) + "…";
	}

}
