package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A mistake in a policy and where it is.
 *
 * @param file as the reader of the policy names it
 * @param line from 1
 * @param column from 1, in code points
 * @param suggestion how to put it right, or null
 * @param sourceLine the line as the file has it
 */
public record Problem(String file, int line, int column, String message, @Nullable String suggestion,
		String sourceLine) {

	private static final int WIDTH = 160;

	public Problem {
		requireNonNull(file, "file");
		requireNonNull(message, "message");
		requireNonNull(sourceLine, "sourceLine");
	}

	/** The problem as several lines of text, with a caret below the place. */
	public String render() {
		int[] line = this.sourceLine.codePoints().toArray();
		int at = Math.clamp(this.column - 1L, 0, line.length);
		int from = Math.max(0, at - WIDTH / 2);
		int to = Math.min(line.length, from + WIDTH);
		StringBuilder text = new StringBuilder();
		text.append(this.file).append(':').append(this.line).append(':').append(this.column);
		text.append(": ").append(this.message).append("\n    ");
		text.append(new String(line, from, to - from)).append("\n    ");
		for (int i = from; i < at; i++) {
			text.append((line[i] == '\t') ? '\t' : ' ');
		}
		text.append('^');
		if (this.suggestion != null) {
			text.append("\n    ").append(this.suggestion);
		}
		return text.toString();
	}

}
