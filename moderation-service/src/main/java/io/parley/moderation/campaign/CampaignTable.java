package io.parley.moderation.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Member;
import io.parley.contract.Json;
import io.parley.moderation.policy.CampaignTerms;
import io.parley.moderation.signal.KeyValues;
import io.parley.moderation.text.Imprint;
import org.jspecify.annotations.Nullable;

/**
 * The campaigns that a log has told of so far, and which of its own comments belong to
 * them. Not thread-safe.
 */
public final class CampaignTable {

	/** A campaign that is older than the latest of its site by so much is over. */
	private static final Duration KEPT = CampaignTerms.LONGEST_WINDOW.multipliedBy(2);

	private static final String CAMPAIGN = "c/";

	/** The members of a campaign: campaign, author, comment. */
	private static final String MEMBER = "m/";

	/** The campaign of a comment. */
	private static final String OF_COMMENT = "o/";

	private static final Comparator<Known> BY_END = Comparator.comparing((Known known) -> known.campaign.lastAt())
		.thenComparing(known -> known.campaign.campaignId());

	private static final char END = '\u0001';

	/** After the revision of a member that is settled. */
	private static final String SETTLED = "!";

	private final KeyValues store;

	private final Map<String, Known> campaigns = new HashMap<>();

	private final Map<Integer, List<Known>> byBand = new HashMap<>();

	/** Those of each site, the one that ended first before the others. */
	private final Map<String, NavigableSet<Known>> bySite = new HashMap<>();

	/** Goes on from what is in the store. */
	public CampaignTable(KeyValues store) {
		this.store = store;
		store.scan(CAMPAIGN, (_, bytes) -> remember(Json.MAPPER.readValue(bytes, CampaignSeen.class)));
	}

	/** What was told last of a campaign, or null. */
	public @Nullable CampaignSeen find(String campaignId) {
		Known known = campaigns.get(campaignId);
		return (known != null) ? known.campaign : null;
	}

	/** The campaign that a comment belongs to, or null. */
	public @Nullable CampaignSeen ofComment(String commentId) {
		byte[] id = store.get(OF_COMMENT + commentId);
		return (id != null) ? find(new String(id, UTF_8)) : null;
	}

	/** The campaign that a new comment will turn out to belong to, or null. */
	public @Nullable CampaignSeen match(String site, Imprint imprint, Instant at, Duration window) {
		Set<Known> near = new HashSet<>();
		for (int band = 0; band < Imprint.BANDS && !byBand.isEmpty(); band++) {
			for (Known known : byBand.getOrDefault(imprint.band(band), List.of())) {
				if (known.mayTake(site, at, window)) {
					near.add(known);
				}
			}
		}
		return near.stream()
			.filter(known -> known.texts.stream().anyMatch(text -> text.matches(imprint)))
			.map(known -> known.campaign)
			.max(Comparator.comparingLong(CampaignSeen::version).thenComparing(CampaignSeen::campaignId))
			.orElse(null);
	}

	/**
	 * Takes in what was told, unless it is not newer; members are not touched.
	 * @return whether it was newer
	 */
	public boolean put(CampaignSeen campaign) {
		CampaignSeen known = find(campaign.campaignId());
		if (known != null && known.version() >= campaign.version()) {
			return false;
		}
		forget(campaign.campaignId());
		CampaignSeen kept = new CampaignSeen(campaign.campaignId(), campaign.version(), campaign.site(),
				campaign.authors(), campaign.size(), campaign.threads(), campaign.links(), campaign.similarity(),
				campaign.firstAt(), campaign.lastAt(), campaign.texts(), List.of(), List.of(), campaign.ruling());
		store.put(CAMPAIGN + campaign.campaignId(), Json.MAPPER.writeValueAsBytes(kept));
		remember(kept);
		expire(campaign);
		return true;
	}

	/**
	 * A campaign turned out to be part of another one.
	 * @return whether it had members here, which belong to the other one now
	 */
	public boolean absorb(String part, String campaignId) {
		if (part.equals(campaignId)) {
			return false;
		}
		List<Member> members = members(part);
		members.forEach(member -> join(campaignId, member));
		remove(part);
		return !members.isEmpty();
	}

	/** A comment of this log belongs to a campaign, and to no other. */
	public void join(String campaignId, Member member) {
		leave(member);
		store.put(memberKey(campaignId, member), Integer.toString(member.revision()).getBytes(UTF_8));
		store.put(OF_COMMENT + member.commentId(), campaignId.getBytes(UTF_8));
	}

	/**
	 * Whether a member was decided with what is told of its campaign by now, or with what
	 * comes to the same.
	 */
	public boolean isSettled(String campaignId, Member member) {
		byte[] kept = store.get(memberKey(campaignId, member));
		return kept != null && new String(kept, UTF_8).endsWith(SETTLED);
	}

	/** A member was decided with what is told of its campaign. */
	public void settle(String campaignId, Member member) {
		if (!isSettled(campaignId, member)) {
			store.put(memberKey(campaignId, member), (member.revision() + SETTLED).getBytes(UTF_8));
		}
	}

	/** A comment belongs to no campaign any more. */
	public void leave(Member member) {
		byte[] id = store.get(OF_COMMENT + member.commentId());
		if (id != null) {
			store.delete(memberKey(new String(id, UTF_8), member));
			store.delete(OF_COMMENT + member.commentId());
		}
	}

	/** The comments of this log that belong to a campaign, by author and id. */
	public List<Member> members(String campaignId) {
		return scan(MEMBER + campaignId + END);
	}

	/** Whether a comment of the author belongs to a campaign. */
	public boolean hasAuthor(String campaignId, String authorKey) {
		return !scan(MEMBER + campaignId + END + authorKey + END).isEmpty();
	}

	private List<Member> scan(String prefix) {
		List<Member> members = new ArrayList<>();
		store.scan(prefix, (key, kept) -> {
			String revision = new String(kept, UTF_8).replace(SETTLED, "");
			int comment = key.lastIndexOf(END);
			int author = key.lastIndexOf(END, comment - 1);
			members.add(new Member(key.substring(comment + 1), Integer.parseInt(revision),
					key.substring(author + 1, comment)));
		});
		return members;
	}

	private static String memberKey(String campaignId, Member member) {
		return MEMBER + campaignId + END + member.authorKey() + END + member.commentId();
	}

	private void remember(CampaignSeen campaign) {
		Known known = new Known(campaign, campaign.texts().stream().map(Imprint::parse).toList());
		campaigns.put(campaign.campaignId(), known);
		bySite.computeIfAbsent(campaign.site(), _ -> new TreeSet<>(BY_END)).add(known);
		known.bands().forEach(band -> byBand.computeIfAbsent(band, _ -> new ArrayList<>(1)).add(known));
	}

	private void forget(String campaignId) {
		Known known = campaigns.remove(campaignId);
		if (known != null) {
			bySite.computeIfPresent(known.campaign.site(), (_, all) -> {
				all.remove(known);
				return all.isEmpty() ? null : all;
			});
			known.bands().forEach(band -> byBand.computeIfPresent(band, (_, all) -> {
				all.remove(known);
				return all.isEmpty() ? null : all;
			}));
		}
	}

	private void remove(String campaignId) {
		members(campaignId).forEach(this::leave);
		forget(campaignId);
		store.delete(CAMPAIGN + campaignId);
	}

	private void expire(CampaignSeen latest) {
		Instant horizon = latest.lastAt().minus(KEPT);
		List<CampaignSeen> over = bySite.getOrDefault(latest.site(), Collections.emptyNavigableSet())
			.stream()
			.map(Known::campaign)
			.takeWhile(campaign -> campaign.lastAt().isBefore(horizon))
			.toList();
		over.forEach(campaign -> remove(campaign.campaignId()));
	}

	private record Known(CampaignSeen campaign, List<Imprint> texts) {

		boolean mayTake(String site, Instant at, Duration window) {
			return campaign.site().equals(site) && !at.isBefore(campaign.firstAt().minus(window))
					&& !at.isAfter(campaign.lastAt().plus(window));
		}

		Set<Integer> bands() {
			Set<Integer> bands = new HashSet<>();
			for (Imprint text : texts) {
				for (int band = 0; band < Imprint.BANDS; band++) {
					bands.add(text.band(band));
				}
			}
			return bands;
		}

		@Override
		public boolean equals(Object other) {
			return this == other;
		}

		@Override
		public int hashCode() {
			return System.identityHashCode(this);
		}

	}

}
