package io.parley.moderation.policy;

import java.util.List;
import java.util.Map;

import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Corrections;
import io.parley.moderation.text.DomainIndex;
import io.parley.moderation.text.TermIndex;
import io.parley.moderation.text.TermList;
import org.jspecify.annotations.Nullable;

/**
 * What a policy knows words by.
 *
 * @param lists by name
 * @param regions in whose form telephone numbers are, if they have no country code
 * @param classifier null if no condition asks for one
 * @param learning whether moderators correct it
 */
record Vocabulary(Map<String, TermList> lists, TermIndex terms, DomainIndex domains, List<String> regions,
		@Nullable Classifier classifier, boolean learning) {

	static Vocabulary of(Map<String, TermList> lists, List<String> regions, @Nullable Classifier classifier,
			boolean learning) {
		Map<String, TermList> copy = Map.copyOf(lists);
		return new Vocabulary(copy, TermIndex.of(copy.values()), new DomainIndex(copy.values()), List.copyOf(regions),
				classifier, learning);
	}

	/** What corrects the classifier; null if nothing does. */
	@Nullable Corrections applicable(@Nullable Corrections corrections) {
		return (corrections != null && learning && classifier != null && corrections.model().equals(classifier.id()))
				? corrections : null;
	}

}
