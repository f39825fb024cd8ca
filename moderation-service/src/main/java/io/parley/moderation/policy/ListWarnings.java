package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.List;

import io.parley.moderation.text.Matching;
import io.parley.moderation.text.TermList;
import io.parley.moderation.text.TermReview;

/** Warns of terms that are found in ordinary words, or cannot be told from them. */
final class ListWarnings {

	/** Of one list; the rest is counted. */
	private static final int MOST = 20;

	private ListWarnings() {
	}

	static List<Problem> of(ListsReader lists) {
		List<Problem> warnings = new ArrayList<>();
		lists.lists().values().stream().filter(list -> !lists.isOrdinary(list.name())).forEach(list -> {
			List<TermReview.Finding> findings = TermReview.of(list);
			ListTerms terms = lists.terms(list.name());
			findings.stream().limit(MOST).forEach(finding -> warnings.add(warning(finding, list, terms)));
			if (findings.size() > MOST) {
				TermReview.Finding next = findings.get(MOST);
				warnings.add(terms.place(next.term())
					.problem("%d more warnings of the list \"%s\" begin here".formatted(findings.size() - MOST,
							list.name()), null));
			}
		});
		return warnings;
	}

	private static Problem warning(TermReview.Finding finding, TermList list, ListTerms terms) {
		Place place = terms.place(finding.term());
		String term = "\"" + finding.term() + "\"";
		String first = "\"" + finding.examples().getFirst() + "\"";
		return switch (finding.kind()) {
			case EVERYWHERE ->
				place.problem(term + " is one of the most frequent words of English", "many innocent comments have it");
			case HITS -> place.problem(term + " is found in " + words(finding),
					(list.matching() == Matching.SUBSTRING)
							? "match: folded looks for whole words; or let it not count in them: " + exceptions(finding)
							: "if they are innocent, let it not count in them: " + exceptions(finding));
			case ACCENTS -> place.problem(term + " without its accents is " + first + ", an ordinary word",
					"it is looked for only with its accents");
			case BACKWARDS ->
				place.problem(term + " backwards is " + first + ", an ordinary word", "it is not looked for backwards");
			case SPLIT -> place.problem(term + " in two pieces is ordinary words: " + quoted(finding),
					"it is not looked for with a gap there");
		};
	}

	private static String words(TermReview.Finding finding) {
		String count = (finding.count() == 1) ? "an ordinary word" : finding.count() + " ordinary words";
		String more = (finding.count() > finding.examples().size()) ? ", …" : "";
		return count + ": " + String.join(", ", finding.examples()) + more;
	}

	private static String quoted(TermReview.Finding finding) {
		return "\"" + String.join("\", \"", finding.examples()) + "\"";
	}

	private static String exceptions(TermReview.Finding finding) {
		String more = (finding.count() > finding.examples().size()) ? ", …" : "";
		return "{ term: %s, except: [%s%s] }".formatted(finding.term(), String.join(", ", finding.examples()), more);
	}

}
