package io.parley.moderation.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
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

	/**
	 * New comments are recognised at once as members of so many campaigns, of those that
	 * ended last: four kilobytes of memory for each, at most ten, and as often as there
	 * are partitions here. Those of others are decided again when the campaign is told
	 * of.
	 */
	private static final int MOST_RECOGNISED = 1000;

	/** More campaigns are not kept. */
	private static final int MOST_KEPT = 10_000;

	private static final char END = '\u0001';

	/** After the revision of a member that is settled. */
	private static final String SETTLED = "!";

	private final KeyValues store;

	/** When each campaign ended that is in the store. */
	private final Map<String, Ending> endings = new HashMap<>();

	private final NavigableSet<Ending> inTime = new TreeSet<>();

	private final Map<String, NavigableSet<Ending>> bySite = new HashMap<>();

	private final RecognisedCampaigns recognised;

	private final int mostKept;

	/** Goes on from what is in the store. */
	public CampaignTable(KeyValues store) {
		this(store, MOST_RECOGNISED, MOST_KEPT);
	}

	CampaignTable(KeyValues store, int mostRecognised, int mostKept) {
		this.store = store;
		this.recognised = new RecognisedCampaigns(mostRecognised);
		this.mostKept = mostKept;
		store.scan(CAMPAIGN, (_, bytes) -> remember(Json.MAPPER.readValue(bytes, CampaignSeen.class)));
	}

	/** What was told last of a campaign, but for its texts; or null. */
	public @Nullable CampaignSeen find(String campaignId) {
		CampaignSeen known = recognised.find(campaignId);
		if (known != null) {
			return known;
		}
		byte[] stored = endings.containsKey(campaignId) ? store.get(CAMPAIGN + campaignId) : null;
		return (stored != null) ? with(Json.MAPPER.readValue(stored, CampaignSeen.class), List.of()) : null;
	}

	/** The campaign that a comment belongs to, or null. */
	public @Nullable CampaignSeen ofComment(String commentId) {
		byte[] id = store.get(OF_COMMENT + commentId);
		return (id != null) ? find(new String(id, UTF_8)) : null;
	}

	/** The campaign that a new comment will turn out to belong to, or null. */
	public @Nullable CampaignSeen match(String site, Imprint imprint, Instant at, Duration window) {
		return recognised.match(site, imprint, at, window);
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
		CampaignSeen kept = with(campaign, campaign.texts());
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

	/** Without the members, which are kept one by one. */
	private static CampaignSeen with(CampaignSeen campaign, List<String> texts) {
		return new CampaignSeen(campaign.campaignId(), campaign.version(), campaign.site(), campaign.authors(),
				campaign.size(), campaign.threads(), campaign.links(), campaign.similarity(), campaign.firstAt(),
				campaign.lastAt(), texts, List.of(), List.of(), campaign.ruling());
	}

	private void remember(CampaignSeen campaign) {
		Ending ending = new Ending(campaign.lastAt(), campaign.campaignId(), campaign.site());
		forgetEnding(ending.campaignId);
		endings.put(ending.campaignId, ending);
		inTime.add(ending);
		bySite.computeIfAbsent(ending.site, _ -> new TreeSet<>()).add(ending);
		recognised.put(campaign, with(campaign, List.of()));
	}

	private void forgetEnding(String campaignId) {
		Ending ending = endings.remove(campaignId);
		if (ending != null) {
			inTime.remove(ending);
			bySite.computeIfPresent(ending.site, (_, all) -> {
				all.remove(ending);
				return all.isEmpty() ? null : all;
			});
		}
	}

	private void remove(String campaignId) {
		members(campaignId).forEach(this::leave);
		forgetEnding(campaignId);
		recognised.forget(campaignId);
		store.delete(CAMPAIGN + campaignId);
	}

	private void expire(CampaignSeen latest) {
		Instant horizon = latest.lastAt().minus(KEPT);
		List<Ending> over = bySite.getOrDefault(latest.site(), Collections.emptyNavigableSet())
			.stream()
			.takeWhile(ending -> ending.lastAt.isBefore(horizon))
			.toList();
		over.forEach(ending -> remove(ending.campaignId));
		while (endings.size() > mostKept) {
			remove(inTime.getFirst().campaignId);
		}
	}

	private record Ending(Instant lastAt, String campaignId, String site) implements Comparable<Ending> {

		private static final Comparator<Ending> BY_END = Comparator.comparing(Ending::lastAt)
			.thenComparing(Ending::campaignId);

		@Override
		public int compareTo(Ending other) {
			return BY_END.compare(this, other);
		}

	}

}
