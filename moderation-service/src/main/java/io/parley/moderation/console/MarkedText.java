package io.parley.moderation.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.parley.contract.Hit;

/**
 * A text cut where what the rules found begins and ends, and around characters that
 * nobody sees. Positions are UTF-16 indexes of the original text.
 */
record MarkedText(List<Piece> pieces) {

	static MarkedText of(String text, List<Hit> hits) {
		TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
		for (Hit hit : hits) {
			for (Hit.Span span : hit.spans()) {
				if (isIn(span, text)) {
					cuts.add(span.start());
					cuts.add(span.end());
				}
			}
		}
		for (int at = 0; at < text.length();) {
			int character = text.codePointAt(at);
			int next = at + Character.charCount(character);
			if (isHidden(character)) {
				cuts.add(at);
				cuts.add(next);
			}
			at = next;
		}
		List<Piece> pieces = new ArrayList<>();
		int from = 0;
		for (int to : cuts.tailSet(0, false)) {
			pieces.add(piece(text, from, to, hits));
			from = to;
		}
		return new MarkedText(List.copyOf(pieces));
	}

	private static boolean isIn(Hit.Span span, String text) {
		return span.field().equals("body") && span.start() >= 0 && span.start() < span.end()
				&& span.end() <= text.length();
	}

	private static Piece piece(String text, int from, int to, List<Hit> hits) {
		List<Integer> numbers = new ArrayList<>();
		boolean ends = false;
		for (int i = 0; i < hits.size(); i++) {
			for (Hit.Span span : hits.get(i).spans()) {
				if (isIn(span, text) && span.start() <= from && to <= span.end()) {
					if (!numbers.contains(i + 1)) {
						numbers.add(i + 1);
					}
					ends |= to == span.end();
				}
			}
		}
		String piece = text.substring(from, to);
		int first = piece.codePointAt(0);
		String hidden = (piece.length() == Character.charCount(first) && isHidden(first))
				? String.format(Locale.ROOT, "U+%04X", first) : "";
		return new Piece(piece, List.copyOf(numbers), ends, hidden, hidden.isEmpty() ? "" : name(first));
	}

	private static String name(int character) {
		String name = Character.getName(character);
		return (name != null) ? name.toLowerCase(Locale.ROOT) : "";
	}

	/**
	 * Shown by their code, for they hide something or turn the text around. Joiners are
	 * left alone: emoji and several scripts need them.
	 */
	private static boolean isHidden(int character) {
		return switch (Character.getType(character)) {
			case Character.FORMAT -> character != 0x200C && character != 0x200D;
			case Character.CONTROL -> character != '\n' && character != '\t' && character != '\r';
			default -> false;
		};
	}

	/**
	 * A piece of the text.
	 *
	 * @param hits numbers, from 1, of those that found it
	 * @param ends whether something found ends here
	 * @param hidden the code of an invisible character, else empty
	 */
	record Piece(String text, List<Integer> hits, boolean ends, String hidden, String name) {

		public boolean isMarked() {
			return !hits.isEmpty();
		}

		/** The colour of the first one that found it. */
		public String colour() {
			return hits.isEmpty() ? "" : "m" + ((hits.getFirst() - 1) % 6 + 1);
		}

		public String numbers() {
			return hits.stream().map(String::valueOf).collect(Collectors.joining(" "));
		}

	}

}
