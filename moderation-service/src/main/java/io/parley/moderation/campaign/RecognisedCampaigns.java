package io.parley.moderation.campaign;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

import io.parley.contract.CampaignSeen;
import io.parley.moderation.text.Imprint;
import org.jspecify.annotations.Nullable;

/** The campaigns whose members are recognised when they come. Not thread-safe. */
final class RecognisedCampaigns {

	private static final Comparator<Recognised> BY_END = Comparator
		.comparing((Recognised known) -> known.campaign.lastAt())
		.thenComparing(known -> known.campaign.campaignId());

	private final int most;

	private final Map<String, Recognised> byId = new HashMap<>();

	private final NavigableSet<Recognised> inTime = new TreeSet<>(BY_END);

	private final BandIndex<CampaignText> texts = new BandIndex<>();

	/** None yet. Of more than so many, those that ended first are forgotten. */
	RecognisedCampaigns(int most) {
		this.most = most;
	}

	/** What is known of one, but for its texts; or null. */
	@Nullable CampaignSeen find(String campaignId) {
		Recognised known = byId.get(campaignId);
		return (known != null) ? known.campaign : null;
	}

	@Nullable CampaignSeen match(String site, Imprint imprint, Instant at, Duration window) {
		return texts.candidates(site, imprint)
			.stream()
			.filter(text -> text.of.mayTake(at, window) && text.imprint().matches(imprint))
			.map(text -> text.of.campaign)
			.max(Comparator.comparingLong(CampaignSeen::version).thenComparing(CampaignSeen::campaignId))
			.orElse(null);
	}

	/**
	 * Takes in what is told of one.
	 * @param slim the same without its texts
	 */
	void put(CampaignSeen campaign, CampaignSeen slim) {
		List<Imprint> imprints = campaign.texts().stream().map(Imprint::parse).toList();
		Recognised known = byId.get(campaign.campaignId());
		if (known != null && known.imprints.equals(imprints)) {
			// Not while its place depends on when it ended.
			inTime.remove(known);
			known.campaign = slim;
			inTime.add(known);
			return;
		}
		forget(campaign.campaignId());
		Recognised fresh = new Recognised(slim, imprints);
		byId.put(campaign.campaignId(), fresh);
		inTime.add(fresh);
		imprints.forEach(imprint -> texts.add(new CampaignText(fresh, imprint)));
		if (byId.size() > most) {
			forget(inTime.getFirst().campaign.campaignId());
		}
	}

	void forget(String campaignId) {
		Recognised known = byId.remove(campaignId);
		if (known != null) {
			inTime.remove(known);
			texts.removeIf(text -> text.of == known);
		}
	}

	private static final class Recognised {

		private final List<Imprint> imprints;

		private CampaignSeen campaign;

		Recognised(CampaignSeen campaign, List<Imprint> imprints) {
			this.campaign = campaign;
			this.imprints = imprints;
		}

		boolean mayTake(Instant at, Duration window) {
			return !at.isBefore(campaign.firstAt().minus(window)) && !at.isAfter(campaign.lastAt().plus(window));
		}

	}

	private static final class CampaignText extends Imprinted {

		private final Recognised of;

		CampaignText(Recognised of, Imprint imprint) {
			super(of.campaign.site(), imprint);
			this.of = of;
		}

	}

}
