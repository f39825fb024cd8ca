package io.parley.benchmarks.campaign;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.parley.contract.CampaignSeen;
import io.parley.contract.Signal;

/** Which campaign each comment was last told to be of. */
final class Found {

	/** From so many authors on, rules would mind. */
	private static final int FEWEST_AUTHORS = 3;

	private final Map<String, String> campaignOf = new HashMap<>();

	private final Map<String, String> absorbedBy = new HashMap<>();

	private final Map<String, Integer> authors = new HashMap<>();

	private long signals;

	void take(List<Signal> told) {
		for (Signal signal : told) {
			this.signals++;
			CampaignSeen seen = (CampaignSeen) signal;
			seen.absorbed().forEach(part -> this.absorbedBy.put(part, seen.campaignId()));
			seen.joined().forEach(member -> this.campaignOf.put(member.commentId(), seen.campaignId()));
			this.authors.put(seen.campaignId(), seen.authors());
		}
	}

	long signals() {
		return this.signals;
	}

	/** Scores what was found against what was sent, by comment. */
	Score score(Map<String, Integer> sent) {
		Map<String, int[]> members = new HashMap<>();
		this.campaignOf.forEach((comment, told) -> {
			String whole = whole(told);
			if (this.authors.getOrDefault(whole, 0) >= FEWEST_AUTHORS) {
				members.computeIfAbsent(whole,
						_ -> new int[Traffic.CAMPAIGNS + 1])[sent.getOrDefault(comment, Traffic.NO_CAMPAIGN) + 1]++;
			}
		});
		int[] best = new int[Traffic.CAMPAIGNS];
		long right = 0;
		long all = 0;
		for (int[] cluster : members.values()) {
			int most = 0;
			for (int campaign = 0; campaign < Traffic.CAMPAIGNS; campaign++) {
				best[campaign] = Math.max(best[campaign], cluster[campaign + 1]);
				most = Math.max(most, cluster[campaign + 1]);
			}
			right += most;
			all += Arrays.stream(cluster).sum();
		}
		return new Score(Arrays.stream(best).boxed().toList(), right, all);
	}

	private String whole(String part) {
		String id = part;
		for (String by = this.absorbedBy.get(id); by != null && !by.equals(id); by = this.absorbedBy.get(id)) {
			id = by;
		}
		return id;
	}

	/**
	 * @param best of each campaign that was sent, the most comments found together
	 * @param right comments found together with most of their own
	 * @param all comments found in any campaign
	 */
	record Score(List<Integer> best, long right, long all) {
	}

}
