package io.parley.moderation.campaign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.parley.moderation.text.Imprint;
import org.jspecify.annotations.Nullable;

/**
 * Finds texts that may be versions of one, in about {@value Imprint#BANDS} steps: chains
 * of texts by the keys of their bands, about eight bytes for each. Not thread-safe.
 *
 * @param <T> texts, with what is known of them
 */
final class BandIndex<T extends Imprinted> {

	/** Of a key that very many texts have, the latest are looked at. */
	private static final int MOST_STEPS = 64;

	private static final int FEWEST = 64;

	private static final int NONE = -1;

	private final List<@Nullable T> texts = new ArrayList<>();

	private int[] heads = emptyHeads(1);

	private int[] next = new int[0];

	private int live;

	/** Texts with a key in common with the one that is looked for. */
	private final List<T> touched = new ArrayList<>();

	int size() {
		return live;
	}

	void add(T text) {
		int place = texts.size();
		if ((place + 1) * Imprint.BANDS > next.length) {
			rebuild(Math.max(live + live / 2, FEWEST));
			place = texts.size();
		}
		texts.add(text);
		live++;
		for (int band = 0; band < Imprint.BANDS; band++) {
			int head = head(text.site(), text.imprint().band(band));
			int posting = place * Imprint.BANDS + band;
			next[posting] = heads[head];
			heads[head] = posting;
		}
	}

	/** All that are known. */
	Stream<T> texts() {
		return texts.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
	}

	/** Forgets texts. */
	void removeIf(Predicate<T> old) {
		texts.replaceAll(text -> (text != null && old.test(text)) ? null : text);
		live = (int) texts().count();
	}

	/** Texts of the site with enough keys in common. */
	List<T> candidates(String site, Imprint imprint) {
		List<T> found = new ArrayList<>();
		for (int band = 0; band < Imprint.BANDS; band++) {
			int key = imprint.band(band);
			int posting = heads[head(site, key)];
			for (int step = 0; posting != NONE && step < MOST_STEPS; step++) {
				T other = texts.get(posting / Imprint.BANDS);
				if (other != null && posting % Imprint.BANDS == band && other.imprint().band(band) == key
						&& other.site().equals(site)) {
					if (other.share() == 1) {
						touched.add(other);
					}
					if (other.shares() == Imprint.FEWEST_SHARED_BANDS) {
						found.add(other);
					}
				}
				posting = next[posting];
			}
		}
		touched.forEach(Imprinted::shareNothing);
		touched.clear();
		return found;
	}

	private int head(String site, int key) {
		int hash = (key * 31 + site.hashCode()) * 0x9E3779B1;
		return (hash ^ (hash >>> 15)) & (heads.length - 1);
	}

	private void rebuild(int capacity) {
		List<T> kept = texts().toList();
		heads = emptyHeads(Integer.highestOneBit(capacity * Imprint.BANDS));
		next = new int[capacity * Imprint.BANDS];
		texts.clear();
		live = 0;
		kept.forEach(this::add);
	}

	private static int[] emptyHeads(int length) {
		int[] heads = new int[length];
		Arrays.fill(heads, NONE);
		return heads;
	}

}
