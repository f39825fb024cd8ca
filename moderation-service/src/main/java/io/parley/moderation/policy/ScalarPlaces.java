package io.parley.moderation.policy;

import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Finds the place in the file of each character of a YAML value. YAML folds lines, drops
 * indentation and undoes escapes, but keeps the order of all other characters, so both
 * are walked side by side.
 */
final class ScalarPlaces {

	private final SourceText source;

	private final ScalarStyle style;

	private final int[] places;

	private int at;

	ScalarPlaces(ScalarNode scalar, SourceText text) {
		this.source = text;
		this.style = scalar.getScalarStyle();
		this.at = scalar.getStartMark().getIndex();
		skipOpening();
		int[] value = scalar.getValue().codePoints().toArray();
		this.places = new int[value.length + 1];
		for (int i = 0; i < value.length; i++) {
			this.places[i] = place(value[i]);
		}
		this.places[value.length] = Math.min(this.at, this.source.length());
	}

	/** The index in the file of a code point of the value; its end is a place too. */
	int of(int index) {
		return this.places[Math.clamp(index, 0, this.places.length - 1)];
	}

	private void skipOpening() {
		switch (this.style) {
			case SINGLE_QUOTED, DOUBLE_QUOTED -> this.at++;
			case LITERAL, FOLDED -> {
				while (this.at < this.source.length() && this.source.codePointAt(this.at) != '\n') {
					this.at++;
				}
			}
			default -> {
			}
		}
	}

	private int place(int character) {
		if (Character.isWhitespace(character)) {
			int place = this.at;
			if (place < this.source.length() && isEscape()) {
				skipEscape();
			}
			else if (place < this.source.length() && Character.isWhitespace(this.source.codePointAt(place))) {
				this.at++;
			}
			return place;
		}
		while (this.at < this.source.length()
				&& (Character.isWhitespace(this.source.codePointAt(this.at)) || isEscapedLineEnd())) {
			this.at++;
		}
		int place = this.at;
		if (place < this.source.length() && isEscape()) {
			skipEscape();
		}
		else if (this.style == ScalarStyle.SINGLE_QUOTED && character == '\'') {
			this.at += 2;
		}
		else {
			this.at++;
		}
		return place;
	}

	private boolean isEscape() {
		return this.style == ScalarStyle.DOUBLE_QUOTED && this.source.codePointAt(this.at) == '\\';
	}

	private boolean isEscapedLineEnd() {
		return isEscape() && this.at + 1 < this.source.length()
				&& (this.source.codePointAt(this.at + 1) == '\n' || this.source.codePointAt(this.at + 1) == '\r');
	}

	private void skipEscape() {
		int kind = (this.at + 1 < this.source.length()) ? this.source.codePointAt(this.at + 1) : 0;
		this.at += switch (kind) {
			case 'x' -> 4;
			case 'u' -> 6;
			case 'U' -> 10;
			default -> 2;
		};
	}

}
