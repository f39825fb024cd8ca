package io.parley.moderation.text;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Words with letters of several scripts. A word that takes a Latin abbreviation and gives
 * it an ending of its own, as Russian does, is none; nor are scripts that are written
 * without spaces.
 */
public final class MixedScripts {

	/** Letters below are Latin. */
	private static final int FIRST_OTHER_SCRIPT = 0x370;

	private MixedScripts() {
	}

	/** All in the text, in order of position. */
	public static List<Stretch> find(String text) {
		if (isLatin(text)) {
			return List.of();
		}
		List<Stretch> found = new ArrayList<>();
		Word word = new Word();
		for (int at = 0; at < text.length();) {
			int character = text.codePointAt(at);
			int next = at + Character.charCount(character);
			UnicodeScript script = scriptOf(character);
			if (script != null) {
				word.add(character, script, at, next);
			}
			else if (!isInside(character)) {
				word.endInto(found);
			}
			at = next;
		}
		word.endInto(found);
		return List.copyOf(found);
	}

	private static boolean isLatin(String text) {
		for (int at = 0; at < text.length(); at++) {
			if (text.charAt(at) >= FIRST_OTHER_SCRIPT) {
				return false;
			}
		}
		return true;
	}

	/** The script of a letter of a divided script, or null. */
	private static @Nullable UnicodeScript scriptOf(int character) {
		if (character < 0x80) {
			return ((character | 0x20) >= 'a' && (character | 0x20) <= 'z') ? UnicodeScript.LATIN : null;
		}
		if (!Character.isLetter(character) || Words.isUndivided(character)) {
			return null;
		}
		UnicodeScript script = UnicodeScript.of(character);
		return (script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED) ? null : script;
	}

	/** Digits, marks and invisible characters do not end a word. */
	private static boolean isInside(int character) {
		return Character.isDigit(character) || Letters.isMark(character) || Folding.isInvisible(character);
	}

	/** The letters of one word so far. */
	private static final class Word {

		private int start;

		private int end;

		private int changes;

		private boolean capitals = true;

		private boolean capitalsBefore;

		private boolean smallAfter = true;

		private @Nullable UnicodeScript script;

		void add(int character, UnicodeScript itsScript, int at, int next) {
			if (this.script == null) {
				this.start = at;
			}
			else if (this.script != itsScript) {
				this.changes++;
				this.capitalsBefore = this.capitals && this.script == UnicodeScript.LATIN;
			}
			this.script = itsScript;
			this.end = next;
			this.capitals &= Character.isUpperCase(character);
			this.smallAfter &= this.changes == 0 || Character.isLowerCase(character);
		}

		void endInto(List<Stretch> found) {
			boolean endingOfAbbreviation = this.changes == 1 && this.capitalsBefore && this.smallAfter;
			if (this.changes > 0 && !endingOfAbbreviation) {
				found.add(new Stretch(this.start, this.end));
			}
			this.script = null;
			this.changes = 0;
			this.capitals = true;
			this.capitalsBefore = false;
			this.smallAfter = true;
		}

	}

}
