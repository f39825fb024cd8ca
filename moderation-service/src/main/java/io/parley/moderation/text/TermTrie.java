package io.parley.moderation.text;

import java.util.Arrays;

/**
 * A trie over letter classes in two arrays. A branch that leads to one entry only ends
 * there; the rest of the entry is compared by whoever walks. Immutable once built.
 */
final class TermTrie {

	static final int ROOT = 0;

	private final char[][] entries;

	/**
	 * Where the children of a node begin; the complement of its entry if it has none.
	 */
	private int[] base = new int[1 << 12];

	/** The parent of a node, plus one. */
	private int[] check = new int[1 << 12];

	private int firstFree = 1;

	/** Builds it from rows of classes above 0, sorted and distinct. */
	TermTrie(char[][] entries) {
		this.entries = entries;
		this.check[ROOT] = -1;
		if (entries.length > 0) {
			branch(ROOT, 0, entries.length, 0);
		}
		int used = this.check.length;
		while (this.check[used - 1] == 0) {
			used--;
		}
		this.base = Arrays.copyOf(this.base, used);
		// A step from any node stays inside the array.
		this.check = Arrays.copyOf(this.check, used + highest() + 1);
	}

	/** The child of an inner node, or -1. */
	int step(int node, int letter) {
		int child = this.base[node] + letter;
		return (this.check[child] == node + 1) ? child : -1;
	}

	/** The only entry below a node, or -1 if it is an inner node. */
	int entry(int node) {
		return (this.base[node] < 0) ? ~this.base[node] : -1;
	}

	/** The entry that ends at an inner node, or -1. */
	int ending(int node) {
		int child = this.base[node];
		return (this.check[child] == node + 1) ? ~this.base[child] : -1;
	}

	char[] classes(int entry) {
		return this.entries[entry];
	}

	private int highest() {
		int highest = 0;
		for (char[] entry : this.entries) {
			for (char letter : entry) {
				highest = Math.max(highest, letter);
			}
		}
		return highest;
	}

	private void branch(int node, int from, int to, int depth) {
		char[] letters = new char[to - from];
		int count = 0;
		for (int i = from; i < to; i++) {
			char letter = letter(i, depth);
			if (count == 0 || letters[count - 1] != letter) {
				letters[count++] = letter;
			}
		}
		int children = place(letters, count);
		this.base[node] = children;
		for (int i = 0; i < count; i++) {
			this.check[children + letters[i]] = node + 1;
		}
		int start = from;
		for (int i = 0; i < count; i++) {
			int end = start;
			while (end < to && letter(end, depth) == letters[i]) {
				end++;
			}
			int child = children + letters[i];
			if (end - start == 1) {
				this.base[child] = ~start;
			}
			else {
				branch(child, start, end, depth + 1);
			}
			start = end;
		}
	}

	private char letter(int entry, int depth) {
		return (depth < this.entries[entry].length) ? this.entries[entry][depth] : 0;
	}

	private int place(char[] letters, int count) {
		while (this.firstFree < this.check.length && this.check[this.firstFree] != 0) {
			this.firstFree++;
		}
		int at = Math.max(1, this.firstFree - letters[0]);
		int misses = 0;
		while (!fits(at, letters, count)) {
			at++;
			// Nearly full stretches are not worth another look.
			if (++misses > 200) {
				this.firstFree += 50;
				misses = 0;
			}
		}
		return at;
	}

	private boolean fits(int at, char[] letters, int count) {
		if (at + letters[count - 1] >= this.check.length) {
			int larger = Math.max(2 * this.check.length, at + letters[count - 1] + 1);
			this.check = Arrays.copyOf(this.check, larger);
			this.base = Arrays.copyOf(this.base, larger);
		}
		for (int i = 0; i < count; i++) {
			if (this.check[at + letters[i]] != 0) {
				return false;
			}
		}
		return true;
	}

}
