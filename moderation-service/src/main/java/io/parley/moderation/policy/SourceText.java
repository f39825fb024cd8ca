package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

/** The text of a policy or list file; places are indexes of code points. */
final class SourceText {

	private static final int BYTE_ORDER_MARK = 0xFEFF;

	private final String name;

	private final int[] codePoints;

	private SourceText(String name, int[] codePoints) {
		this.name = requireNonNull(name, "name");
		this.codePoints = codePoints;
	}

	/**
	 * Reads a file.
	 * @return the text; empty after a problem
	 */
	static SourceText read(String name, InputStream file, int maxBytes, Problems problems) throws IOException {
		byte[] bytes = file.readNBytes(maxBytes + 1);
		if (bytes.length > maxBytes) {
			problems.add(empty(name), 0, "the file is longer than " + maxBytes + " bytes", null);
			return empty(name);
		}
		String text;
		try {
			text = StandardCharsets.UTF_8.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(bytes))
				.toString();
		}
		catch (CharacterCodingException notUtf8) {
			SourceText lenient = of(name, new String(bytes, StandardCharsets.UTF_8));
			problems.add(lenient, lenient.indexOf(0xFFFD), "the file is not in UTF-8", null);
			return empty(name);
		}
		return of(name, text);
	}

	static SourceText of(String name, String text) {
		boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
		return new SourceText(name, text.codePoints().skip(marked ? 1 : 0).toArray());
	}

	private static SourceText empty(String name) {
		return new SourceText(name, new int[0]);
	}

	String name() {
		return this.name;
	}

	int length() {
		return this.codePoints.length;
	}

	int codePointAt(int index) {
		return this.codePoints[index];
	}

	String text() {
		return new String(this.codePoints, 0, this.codePoints.length);
	}

	int lineOf(int index) {
		int line = 1;
		for (int i = 0; i < Math.min(index, this.codePoints.length); i++) {
			if (isLineEnd(i)) {
				line++;
			}
		}
		return line;
	}

	Problem problem(int index, String message, @Nullable String suggestion) {
		int at = Math.clamp(index, 0, this.codePoints.length);
		int start = at;
		while (start > 0 && !isLineEnd(start - 1)) {
			start--;
		}
		int end = at;
		while (end < this.codePoints.length && this.codePoints[end] != '\n' && this.codePoints[end] != '\r') {
			end++;
		}
		String line = new String(this.codePoints, start, Math.max(0, end - start));
		return new Problem(this.name, lineOf(at), at - start + 1, message, suggestion, line);
	}

	boolean isCrLf(int index) {
		return index + 1 < this.codePoints.length && this.codePoints[index] == '\r'
				&& this.codePoints[index + 1] == '\n';
	}

	private boolean isLineEnd(int index) {
		return this.codePoints[index] == '\n' || (this.codePoints[index] == '\r'
				&& (index + 1 == this.codePoints.length || this.codePoints[index + 1] != '\n'));
	}

	private int indexOf(int codePoint) {
		for (int i = 0; i < this.codePoints.length; i++) {
			if (this.codePoints[i] == codePoint) {
				return i;
			}
		}
		return 0;
	}

}
