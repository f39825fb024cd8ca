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
 * Finds comments that may be versions of a text, in about {@value Imprint#BANDS} steps:
 * chains of comments by the keys of their bands, about eight bytes for each. Not
 * thread-safe.
 */
final class BandIndex {

	/** Of a key that very many texts have, the latest are looked at. */
	private static final int MOST_STEPS = 64;

	private static final int FEWEST = 64;

	private static final int NONE = -1;

	private final List<@Nullable ObservedComment> comments = new ArrayList<>();

	private int[] heads = emptyHeads(1);

	private int[] next = new int[0];

	private int live;

	int size() {
		return live;
	}

	void add(ObservedComment comment) {
		int place = comments.size();
		if ((place + 1) * Imprint.BANDS > next.length) {
			rebuild(Math.max(live + live / 2, FEWEST));
			place = comments.size();
		}
		comments.add(comment);
		live++;
		for (int band = 0; band < Imprint.BANDS; band++) {
			int head = head(comment, band);
			int posting = place * Imprint.BANDS + band;
			next[posting] = heads[head];
			heads[head] = posting;
		}
	}

	/** All that are known. */
	Stream<ObservedComment> comments() {
		return comments.stream().filter(Objects::nonNull).map(Objects::requireNonNull);
	}

	/** Forgets comments. */
	void removeIf(Predicate<ObservedComment> old) {
		comments.replaceAll(comment -> (comment != null && old.test(comment)) ? null : comment);
		live = (int) comments().count();
	}

	/** Comments of the site with enough keys in common. */
	List<ObservedComment> candidates(ObservedComment comment) {
		List<ObservedComment> found = new ArrayList<>();
		List<ObservedComment> touched = new ArrayList<>();
		for (int band = 0; band < Imprint.BANDS; band++) {
			int key = comment.imprint().band(band);
			int posting = heads[head(comment, band)];
			for (int step = 0; posting != NONE && step < MOST_STEPS; step++) {
				ObservedComment other = comments.get(posting / Imprint.BANDS);
				if (other != null && posting % Imprint.BANDS == band && other.imprint().band(band) == key
						&& other.site().equals(comment.site())) {
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
		touched.forEach(ObservedComment::shareNothing);
		return found;
	}

	private int head(ObservedComment comment, int band) {
		int key = comment.imprint().band(band) * 31 + comment.site().hashCode();
		key *= 0x9E3779B1;
		return (key ^ (key >>> 15)) & (heads.length - 1);
	}

	private void rebuild(int capacity) {
		List<ObservedComment> kept = comments().toList();
		heads = emptyHeads(Integer.highestOneBit(capacity * Imprint.BANDS));
		next = new int[capacity * Imprint.BANDS];
		comments.clear();
		live = 0;
		kept.forEach(this::add);
	}

	private static int[] emptyHeads(int length) {
		int[] heads = new int[length];
		Arrays.fill(heads, NONE);
		return heads;
	}

}
