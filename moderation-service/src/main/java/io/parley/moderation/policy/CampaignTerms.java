package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.parley.moderation.text.Imprint;

/**
 * What a policy says of campaigns.
 *
 * @param window the longest time between a comment of a campaign and the next one
 * @param allowed texts that many people may send, as the policy writes them
 * @param texts those of them that could make a campaign
 */
public record CampaignTerms(Duration window, List<String> allowed, List<Imprint> texts) {

	/** The longest window that a policy may ask for. */
	public static final Duration LONGEST_WINDOW = Duration.ofHours(24);

	static final CampaignTerms DEFAULT = new CampaignTerms(Duration.ofHours(2), List.of());

	CampaignTerms(Duration window, List<String> allowed) {
		this(window, allowed,
				allowed.stream().map(Imprint::of).filter(Objects::nonNull).map(Objects::requireNonNull).toList());
	}

	public CampaignTerms {
		requireNonNull(window, "window");
		allowed = List.copyOf(requireNonNull(allowed, "allowed"));
		texts = List.copyOf(requireNonNull(texts, "texts"));
	}

	/** Whether a text is a version of one that is allowed. */
	public boolean allows(Imprint imprint) {
		return texts.stream().anyMatch(text -> text.matches(imprint));
	}

}
