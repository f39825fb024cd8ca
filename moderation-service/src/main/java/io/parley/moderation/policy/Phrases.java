package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.parley.contract.Hit;
import io.parley.moderation.text.Sentences;
import org.jspecify.annotations.Nullable;

/**
 * Finds terms of several lists one after the other in a sentence. Of all ways to go from
 * the first list to a term of the last, the one that begins latest is kept: if a word
 * speaks against that, it speaks against the others too.
 */
final class Phrases {

	/** How many words before a phrase one that speaks against it may be. */
	static final int REACH = 5;

	/** Terms of more words are not gone behind. */
	private static final int LONGEST_TERM = 16;

	private static final Comparator<Hit.Span> IN_TEXT = Comparator.comparingInt(Hit.Span::start)
		.thenComparingInt(Hit.Span::end);

	private final Sentences sentences;

	private final int gap;

	Phrases(Sentences sentences, int gap) {
		this.sentences = sentences;
		this.gap = gap;
	}

	/**
	 * The terms of all phrases.
	 * @param lists what was found of each list
	 * @param against what speaks against a phrase if it is in it or shortly before
	 */
	List<Hit.Span> find(List<List<Hit.Span>> lists, List<Hit.Span> against) {
		List<Link> links = lists.getFirst().stream().map(span -> new Link(span, null, span.start())).toList();
		for (List<Hit.Span> next : lists.subList(1, lists.size())) {
			links = extend(links, next);
		}
		Set<Hit.Span> found = new LinkedHashSet<>();
		for (Link last : links) {
			if (!isSpokenAgainst(last, against)) {
				for (Link link = last; link != null; link = link.before()) {
					found.add(link.span());
				}
			}
		}
		return found.stream().sorted(IN_TEXT).toList();
	}

	private List<Link> extend(List<Link> links, List<Hit.Span> next) {
		List<Link> extended = new ArrayList<>();
		int to = 0;
		for (Hit.Span span : next) {
			while (to < links.size() && links.get(to).span().start() < span.start()) {
				to++;
			}
			Link best = null;
			for (int i = to - 1; i >= 0; i--) {
				Link link = links.get(i);
				int start = link.span().start();
				if (!this.sentences.areTogether(start, span.start())
						|| this.sentences.words(start, span.start()) > this.gap + LONGEST_TERM) {
					break;
				}
				boolean near = link.span().end() <= span.start()
						&& this.sentences.words(link.span().end(), span.start()) <= this.gap;
				if (near && (best == null || link.first() > best.first())) {
					best = link;
				}
			}
			if (best != null) {
				extended.add(new Link(span, best, best.first()));
			}
		}
		return extended;
	}

	private boolean isSpokenAgainst(Link last, List<Hit.Span> against) {
		for (int i = before(against, last.span().end()) - 1; i >= 0; i--) {
			Hit.Span word = against.get(i);
			if (word.start() >= last.first()) {
				if (word.end() <= last.span().end() && !last.has(word)) {
					return true;
				}
			}
			else if (!this.sentences.areTogether(word.start(), last.first())
					|| this.sentences.words(word.start(), last.first()) > REACH + LONGEST_TERM) {
				return false;
			}
			else if (word.end() <= last.first() && this.sentences.words(word.end(), last.first()) <= REACH) {
				return true;
			}
		}
		return false;
	}

	/** How many of the terms begin before a place. */
	private static int before(List<Hit.Span> spans, int place) {
		int low = 0;
		int high = spans.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (spans.get(middle).start() < place) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

	/**
	 * A term, and how it was come to.
	 *
	 * @param first where the phrase begins
	 */
	private record Link(Hit.Span span, @Nullable Link before, int first) {

		/**
		 * Whether a place is within one of the terms, which is then no word of its own.
		 */
		boolean has(Hit.Span word) {
			for (Link link = this; link != null; link = link.before()) {
				if (word.start() >= link.span().start() && word.end() <= link.span().end()) {
					return true;
				}
			}
			return false;
		}

	}

}
