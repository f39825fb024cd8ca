package io.parley.moderation.campaign;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Member;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.text.Imprint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CampaignTableTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private static final int RECOGNISED = 3;

	private static final int KEPT = 5;

	private final MemoryKeyValues store = new MemoryKeyValues();

	private CampaignTable table = opened();

	@Test
	void given_a_campaign_then_who_writes_the_same_is_recognised() {
		table.put(campaign(1, 1));

		assertThat(matchOf(1)).isEqualTo("campaign-1");
		assertThat(matchOf(2)).isNull();
	}

	@Test
	void given_more_campaigns_than_are_recognised_then_those_that_ended_last_are_and_the_others_are_still_known() {
		Member member = new Member("c1", 1, "blog/ann");
		table.put(campaign(1, 1));
		table.join("campaign-1", member);

		for (int number = 2; number <= RECOGNISED + 1; number++) {
			table.put(campaign(number, 1));
		}

		assertThat(matchOf(1)).isNull();
		assertThat(matchOf(2)).isEqualTo("campaign-2");
		assertThat(matchOf(RECOGNISED + 1)).isEqualTo("campaign-" + (RECOGNISED + 1));
		assertThat(requireNonNull(table.ofComment("c1")).campaignId()).isEqualTo("campaign-1");
		assertThat(table.members("campaign-1")).containsExactly(member);
		assertThat(table.put(campaign(1, 1))).isFalse();
	}

	@Test
	void given_a_campaign_that_is_recognised_no_more_when_it_is_told_of_again_then_it_is() {
		for (int number = 1; number <= RECOGNISED + 1; number++) {
			table.put(campaign(number, 1));
		}

		assertThat(table.put(at(campaign(1, 2), NOON.plus(Duration.ofHours(1))))).isTrue();

		assertThat(matchOf(1)).isEqualTo("campaign-1");
		assertThat(matchOf(2)).isNull();
		assertThat(requireNonNull(table.find("campaign-1")).version()).isEqualTo(2);
	}

	@Test
	void given_more_campaigns_than_are_kept_then_those_that_ended_first_are_forgotten_with_their_members() {
		table.put(campaign(1, 1));
		table.join("campaign-1", new Member("c1", 1, "blog/ann"));

		for (int number = 2; number <= KEPT + 1; number++) {
			table.put(campaign(number, 1));
		}

		assertThat(table.find("campaign-1")).isNull();
		assertThat(table.ofComment("c1")).isNull();
		assertThat(table.members("campaign-1")).isEmpty();
		assertThat(table.find("campaign-2")).isNotNull();
	}

	@Test
	void given_a_campaign_that_is_two_days_older_than_the_latest_of_its_site_then_it_is_forgotten() {
		table.put(campaign(1, 1));

		table.put(at(campaign(2, 1), NOON.plus(Duration.ofHours(49))));

		assertThat(table.find("campaign-1")).isNull();
		assertThat(table.find("campaign-2")).isNotNull();
	}

	@Test
	void given_a_restart_then_the_same_campaigns_are_recognised_and_known() {
		for (int number = KEPT + 1; number >= 1; number--) {
			table.put(campaign(number, 1));
		}
		table.put(at(campaign(2, 2), NOON.plus(Duration.ofHours(1))));
		List<String> before = matches();

		table = opened();

		assertThat(matches()).isEqualTo(before).contains("2 is of campaign-2");
		assertThat(table.find("campaign-3")).isNotNull();
		assertThat(requireNonNull(table.find("campaign-2")).version()).isEqualTo(2);
	}

	@Test
	void given_a_campaign_with_other_texts_when_it_is_told_of_again_then_the_former_are_not_recognised() {
		table.put(campaign(1, 1));

		table.put(campaign(1, 2, 7));

		assertThat(matchOf(1)).isNull();
		assertThat(matchOf(7)).isEqualTo("campaign-1");
	}

	private CampaignTable opened() {
		return new CampaignTable(store, RECOGNISED, KEPT);
	}

	private List<String> matches() {
		return IntStream.rangeClosed(1, KEPT + 1).mapToObj(text -> text + " is of " + matchOf(text)).toList();
	}

	private @Nullable String matchOf(int text) {
		CampaignSeen found = table.match("blog", imprint(text), NOON, Duration.ofHours(2));
		return (found != null) ? found.campaignId() : null;
	}

	/** The later the number, the later it ended. */
	private static CampaignSeen campaign(int number, long version) {
		return campaign(number, version, number);
	}

	private static CampaignSeen campaign(int number, long version, int text) {
		return new CampaignSeen("campaign-" + number, version, "blog", 2, 2, 1, 0, 1, NOON,
				NOON.plus(Duration.ofMinutes(number)), List.of(imprint(text).written()), List.of(), List.of(), null);
	}

	private static CampaignSeen at(CampaignSeen campaign, Instant last) {
		return new CampaignSeen(campaign.campaignId(), campaign.version(), campaign.site(), campaign.authors(),
				campaign.size(), campaign.threads(), campaign.links(), campaign.similarity(), campaign.firstAt(), last,
				campaign.texts(), campaign.joined(), campaign.absorbed(), campaign.ruling());
	}

	private static Imprint imprint(int text) {
		return requireNonNull(Imprint.of(Texts.unlike(text)));
	}

}
