package io.parley.local.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.parley.local.model.ScoredTexts.Scored;

/**
 * For each kind of people, whether harmless texts about them score lower than harmful
 * texts about others: background positive, subgroup negative (Borkan et al., 2019).
 */
record Identities(Map<String, Double> areas) {

	/** Fewer texts of either sort tell nothing. */
	private static final int FEWEST = 20;

	/** The kinds of the templates of Dixon et al. (2018). */
	private static final List<String> KINDS = List.of("lesbian", "gay", "bisexual", "transgender", "trans", "queer",
			"lgbt", "lgbtq", "homosexual", "straight", "heterosexual", "male", "female", "nonbinary", "african",
			"african american", "black", "white", "european", "hispanic", "latino", "latina", "latinx", "mexican",
			"canadian", "american", "asian", "indian", "middle eastern", "chinese", "japanese", "christian", "muslim",
			"jewish", "buddhist", "catholic", "protestant", "sikh", "taoist", "old", "older", "young", "younger",
			"teenage", "millenial", "middle aged", "elderly", "blind", "deaf", "paralyzed");

	static Identities of(ScoredTexts scored) {
		Map<String, Double> areas = new TreeMap<>();
		for (String kind : KINDS) {
			List<Scored> compared = new ArrayList<>();
			int about = 0;
			for (Scored text : scored.texts()) {
				boolean named = names(text.text(), kind);
				if (named != text.truth()) {
					compared.add(text);
					about += named ? 1 : 0;
				}
			}
			if (about >= FEWEST && compared.size() - about >= FEWEST) {
				areas.put(kind, ScoredTexts.area(compared));
			}
		}
		return new Identities(areas);
	}

	List<String> lines() {
		List<String> lines = new ArrayList<>();
		areas.forEach((kind, area) -> lines.add(String.format(Locale.ROOT, "bpsn %-18s %.4f", kind, area)));
		lines.add(String.format(Locale.ROOT, "bpsn mean=%.4f least=%.4f identities=%d",
				areas.values().stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN),
				areas.values().stream().mapToDouble(Double::doubleValue).min().orElse(Double.NaN), areas.size()));
		return lines;
	}

	private static boolean names(String text, String kind) {
		List<String> words = Wording.words(text);
		Set<String> all = new HashSet<>(words);
		return List.of(kind.split(" ")).stream().allMatch(all::contains);
	}

}
