package io.parley.moderation.learning;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import io.parley.contract.CorrectionLearned;
import io.parley.contract.Json;
import io.parley.moderation.classifier.Correction;
import io.parley.moderation.classifier.Corrections;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.signal.KeyValues;
import org.jspecify.annotations.Nullable;

/**
 * What a log was told of what moderators taught, by site; read once from what it is kept
 * in. Not thread-safe.
 */
public final class SiteCorrections {

	private static final String PREFIX = "correction/";

	private final KeyValues store;

	private final Map<String, Corrections> read = new HashMap<>();

	/** Goes on from what is in the store, which nothing else may change. */
	public SiteCorrections(KeyValues store) {
		this.store = store;
	}

	/** What is in force, or null if the site has nothing that corrects. */
	public @Nullable Corrections find(String site) {
		Corrections corrections = read.computeIfAbsent(site, this::load);
		return corrections.ofHeads().isEmpty() ? null : corrections;
	}

	/** Takes in what was told, unless more was told already. */
	public void put(CorrectionLearned learned) {
		if (learned.version() > read.computeIfAbsent(learned.site(), this::load).version()) {
			store.put(PREFIX + learned.site(), Json.MAPPER.writeValueAsBytes(learned));
			read.put(learned.site(), of(learned));
		}
	}

	private Corrections load(String site) {
		byte[] kept = store.get(PREFIX + site);
		return (kept != null) ? of(Json.MAPPER.readValue(kept, CorrectionLearned.class))
				: new Corrections(Long.MIN_VALUE, "", Map.of());
	}

	private static Corrections of(CorrectionLearned learned) {
		Map<Head, Correction> heads = new EnumMap<>(Head.class);
		learned.heads().forEach((head, weights) -> heads.put(Head.valueOf(head), new Correction(weights)));
		return new Corrections(learned.version(), learned.model(), heads);
	}

}
