package io.parley.moderation.classifier;

import java.util.Arrays;

/** The hashes that were met in a text. Forgets all at once. Not thread-safe. */
final class SeenHashes {

	private long[] slots = new long[1 << 10];

	/** The round in which a slot was filled. */
	private int[] rounds = new int[1 << 10];

	private int round;

	private int size;

	void clear() {
		this.size = 0;
		if (++this.round == 0) {
			Arrays.fill(this.rounds, 0);
			this.round = 1;
		}
	}

	/** Whether it was not there before. */
	boolean add(long hash) {
		int mask = this.slots.length - 1;
		int slot = (int) hash & mask;
		while (this.rounds[slot] == this.round) {
			if (this.slots[slot] == hash) {
				return false;
			}
			slot = (slot + 1) & mask;
		}
		this.slots[slot] = hash;
		this.rounds[slot] = this.round;
		if (++this.size * 2 > this.slots.length) {
			grow();
		}
		return true;
	}

	private void grow() {
		long[] before = this.slots;
		int[] filled = this.rounds;
		this.slots = new long[before.length * 2];
		this.rounds = new int[before.length * 2];
		int mask = this.slots.length - 1;
		for (int i = 0; i < before.length; i++) {
			if (filled[i] == this.round) {
				int slot = (int) before[i] & mask;
				while (this.rounds[slot] == this.round) {
					slot = (slot + 1) & mask;
				}
				this.slots[slot] = before[i];
				this.rounds[slot] = this.round;
			}
		}
	}

}
