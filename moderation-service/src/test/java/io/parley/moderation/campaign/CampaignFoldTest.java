package io.parley.moderation.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignReviewed.Verdict;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Member;
import io.parley.contract.Signal;
import io.parley.moderation.signal.CampaignRuled;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.signal.TextGone;
import io.parley.moderation.signal.TextObserved;
import io.parley.moderation.text.Imprint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignFoldTest {

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final MemoryKeyValues store = new MemoryKeyValues();

	private CampaignFold fold = new CampaignFold(store);

	@Test
	void one_author_is_no_campaign_however_often_the_text_is_sent() {
		assertThat(on(text(1, "ann", 0), text(2, "ann", 1), text(3, "ann", 2))).isEmpty();
	}

	@Test
	void with_a_second_author_the_campaign_is_told_and_with_each_further_comment() {
		List<CampaignSeen> told = on(text(1, "ann", 0), text(2, "ben", 5), text(3, "cem", 12), text(4, "cem", 13));

		assertThat(told).extracting(CampaignSeen::authors).containsExactly(2, 3, 3);
		assertThat(told).extracting(CampaignSeen::size).containsExactly(2, 3, 4);
		assertThat(told).extracting(CampaignSeen::campaignId).containsOnly(told.getFirst().campaignId());
		assertThat(told.getFirst().joined()).extracting(Member::commentId).containsExactly("c1", "c2");
		assertThat(told.getLast().joined()).extracting(Member::commentId).containsExactly("c4");
		assertThat(told.getLast().firstAt()).isEqualTo(NOON);
		assertThat(told.getLast().lastAt()).isEqualTo(NOON.plus(Duration.ofMinutes(13)));
		assertThat(told.getLast().similarity()).isBetween(0.6, 1.0);
	}

	@Test
	void another_text_is_no_part_of_it_nor_is_a_quotation_in_a_longer_one() {
		on(text(1, "ann", 0), text(2, "ben", 1));

		String quotation = "> when I saw the bill for our street I changed my mind\n\nThis is the fifth time this evening "
				+ "that I have read that sentence, dear neighbours, under five different names. Streets here have no bill, "
				+ "the bridge was paid from the harbour fund, and whoever wants to know can look it up in the archive.";
		assertThat(on(text(3, "cem", 2, quotation))).isEmpty();
		assertThat(on(text(4, "dia", 3,
				"The archive of the council has all minutes since 1950, and the debate about the ferry is worth reading.")))
			.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "First!", "I agree", "Thank you for this great article!",
			"This is so true, I could not have said it any better than you did, thank you so much for this." })
	void what_many_people_say_by_themselves_leaves_no_imprint(String text) {
		assertThat(Imprint.of(text)).isNull();
	}

	@Test
	void a_comment_long_after_the_others_begins_another_stretch() {
		on(text(1, "ann", 0), text(2, "ben", 1));

		assertThat(on(text(3, "cem", 1 + 121))).isEmpty();
		assertThat(on(text(4, "dia", 1 + 122))).singleElement().extracting(CampaignSeen::authors).isEqualTo(2);
	}

	@Test
	void another_site_is_another_matter() {
		on(text(1, "ann", 0));
		TextObserved elsewhere = text(2, "ben", 1);

		assertThat(on(new TextObserved("other", elsewhere.commentId(), 1, "other/ben", "t1", elsewhere.at(),
				elsewhere.imprint(), 0, elsewhere.window())))
			.isEmpty();
	}

	@Test
	void what_comes_twice_counts_once() {
		on(text(1, "ann", 0), text(2, "ben", 1));

		assertThat(on(text(1, "ann", 0), text(2, "ben", 1))).isEmpty();
	}

	@Test
	void a_comment_that_is_withdrawn_or_edited_leaves() {
		on(text(1, "ann", 0), text(2, "ben", 1), text(3, "cem", 2));

		assertThat(on(new TextGone("blog", "c3", 1))).singleElement().satisfies(told -> {
			assertThat(told.authors()).isEqualTo(2);
			assertThat(told.size()).isEqualTo(2);
		});
		TextObserved other = text(2, "ben", 3,
				"On reflection the bridge may be worth its price if the ferry is given up and the harbour saved.");
		assertThat(
				on(new TextObserved("blog", "c2", 2, "blog/ben", "t1", other.at(), other.imprint(), 0, other.window())))
			.singleElement()
			.extracting(CampaignSeen::authors)
			.isEqualTo(1);
	}

	@Test
	void two_campaigns_turn_out_to_be_one() {
		String other = "Pensioners stand in the rain so that a contractor can buy a boat, and the mayor signs whatever is "
				+ "put before him. Look at the ledger of the harbour fund and ask who signed for the steamer!";
		String both = Texts.LETTER + " " + other;
		List<CampaignSeen> told = on(text(1, "ann", 0), text(2, "ben", 1), text(3, "cem", 2, other),
				text(4, "dia", 3, other));
		String first = told.getFirst().campaignId();
		String second = told.getLast().campaignId();
		assertThat(second).isNotEqualTo(first);

		assertThat(on(text(5, "eve", 4, both))).singleElement().satisfies(whole -> {
			assertThat(whole.campaignId()).isEqualTo(first);
			assertThat(whole.absorbed()).containsExactly(second);
			assertThat(whole.authors()).isEqualTo(5);
			assertThat(whole.version()).isEqualTo(5);
		});
	}

	@Test
	void a_moderators_word_is_told_and_the_latest_counts_whatever_comes_first() {
		String id = on(text(1, "ann", 0), text(2, "ben", 1)).getFirst().campaignId();

		assertThat(on(review("r2", id, Verdict.ORGANIC, 20))).singleElement()
			.extracting(told -> Objects.requireNonNull(told.ruling()).verdict())
			.isEqualTo(Verdict.ORGANIC);
		assertThat(on(review("r1", id, Verdict.CONFIRMED, 10))).singleElement()
			.extracting(told -> Objects.requireNonNull(told.ruling()).verdict())
			.isEqualTo(Verdict.ORGANIC);
		assertThat(on(review("r1", id, Verdict.CONFIRMED, 10))).isEmpty();
	}

	@Test
	void a_review_may_come_before_the_comments_when_the_log_is_read_again() {
		String id = on(text(1, "ann", 0), text(2, "ben", 1)).getFirst().campaignId();
		CampaignFold again = new CampaignFold(new MemoryKeyValues());
		again.on(review("r1", id, Verdict.CONFIRMED, 10), 0);
		again.on(text(1, "ann", 0), 0);

		assertThat(again.on(text(2, "ben", 1), 0)).singleElement()
			.extracting(told -> Objects.requireNonNull(((CampaignSeen) told).ruling()).verdict())
			.isEqualTo(Verdict.CONFIRMED);
	}

	@Test
	void while_it_grows_fast_it_is_told_less_often_and_at_last_all_of_it() {
		List<CampaignSeen> told = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			told.addAll(on(text(i, "author" + i, i)));
		}
		assertThat(told).hasSize(15);

		fold.quiet(10_000).forEach(signal -> told.add((CampaignSeen) signal));

		assertThat(told.getLast().authors()).isEqualTo(200);
		assertThat(told.stream().flatMap(seen -> seen.joined().stream()).distinct()).hasSize(200);
		assertThat(fold.quiet(20_000)).isEmpty();
	}

	@Test
	void a_word_on_thousands_is_told_in_parts_that_fit_into_a_record() {
		Set<Member> joined = new HashSet<>();
		String id = "";
		for (int i = 0; i < 5000; i++) {
			for (CampaignSeen told : on(text(i, "author" + i, i / 100))) {
				joined.addAll(told.joined());
				id = told.campaignId();
			}
		}
		int before = joined.size();

		List<CampaignSeen> parts = on(review("r1", id, Verdict.CONFIRMED, 90));

		assertThat(parts).hasSizeGreaterThan(2)
			.allSatisfy(part -> assertThat(part.joined()).hasSizeLessThanOrEqualTo(1000))
			.allSatisfy(part -> assertThat(part.size()).isEqualTo(5000));
		assertThat(parts).extracting(CampaignSeen::eventId).doesNotHaveDuplicates();
		parts.forEach(part -> joined.addAll(part.joined()));
		assertThat(before).isLessThan(5000);
		assertThat(joined).hasSize(5000);
	}

	/** The promise behind equal final verdicts: many orders, one end. */
	@Test
	void what_is_told_at_last_does_not_depend_on_the_order_nor_on_restarts() {
		List<Observation> all = new ArrayList<>();
		for (int i = 0; i < 40; i++) {
			all.add(text(i, "author" + i % 25, i * 3, Texts.varied(i % 6, i)));
		}
		all.add(review("r1", CampaignId.of("blog", "c0/1"), Verdict.CONFIRMED, 300));
		Map<String, String> expected = lastTold(all, false);
		assertThat(expected).hasSize(1);

		for (int seed = 1; seed <= 20; seed++) {
			Collections.shuffle(all, new Random(seed));
			assertThat(lastTold(all, seed % 2 == 0)).as("seed " + seed).isEqualTo(expected);
		}
	}

	@Test
	void after_a_restart_nothing_is_told_twice_and_nothing_forgotten() {
		on(text(1, "ann", 0), text(2, "ben", 1));

		fold = new CampaignFold(store);

		assertThat(fold.quiet(10_000)).isEmpty();
		assertThat(on(text(3, "cem", 2))).singleElement().satisfies(told -> {
			assertThat(told.authors()).isEqualTo(3);
			assertThat(told.joined()).extracting(Member::commentId).containsExactly("c3");
		});
	}

	@Test
	void what_found_no_company_is_forgotten_after_two_windows_and_a_campaign_after_two_days() {
		on(text(1, "ann", 0), text(2, "ben", 1), other(3, "cem"));

		arrives(other(4, "dia"), Duration.ofHours(4).plusMinutes(1));
		assertThat(fold.size()).isEqualTo(3);
		assertThat(new CampaignFold(store).size()).isEqualTo(3);

		arrives(other(5, "eva"), Duration.ofHours(47));
		assertThat(fold.size()).isEqualTo(3);

		arrives(other(6, "fay"), Duration.ofHours(49));
		assertThat(fold.size()).isEqualTo(2);
		assertThat(new CampaignFold(store).size()).isEqualTo(2);
	}

	@Test
	void a_log_that_is_read_again_much_later_is_read_as_it_was() {
		on(text(1, "ann", 0));

		assertThat(fold.quiet(Duration.ofDays(30).toMillis())).isEmpty();

		assertThat(on(text(2, "ben", 1))).singleElement().satisfies(told -> assertThat(told.size()).isEqualTo(2));
	}

	private static Map<String, String> lastTold(List<Observation> observations, boolean restarting) {
		MemoryKeyValues store = new MemoryKeyValues();
		CampaignFold fold = new CampaignFold(store);
		List<Signal> signals = new ArrayList<>();
		int count = 0;
		for (Observation observation : observations) {
			if (restarting && count++ % 7 == 0) {
				fold = new CampaignFold(store);
			}
			signals.addAll(fold.on(observation, 0));
		}
		signals.addAll(fold.quiet(10_000));
		Map<String, String> last = new TreeMap<>();
		TreeSet<String> members = new TreeSet<>();
		for (Signal signal : signals) {
			CampaignSeen told = (CampaignSeen) signal;
			told.absorbed().forEach(last::remove);
			told.joined().forEach(member -> members.add(member.commentId()));
			last.put(told.campaignId(), "%d %d %d %s %s %s %s".formatted(told.version(), told.authors(), told.size(),
					told.similarity(), told.firstAt(), told.lastAt(), told.ruling()));
		}
		last.computeIfPresent(CampaignId.of("blog", "c0/1"), (_, facts) -> facts + " " + members);
		return last;
	}

	private List<CampaignSeen> on(Observation... observations) {
		List<CampaignSeen> told = new ArrayList<>();
		for (Observation observation : observations) {
			fold.on(observation, 0).forEach(signal -> told.add((CampaignSeen) signal));
		}
		return told;
	}

	private void arrives(Observation observation, Duration after) {
		fold.on(observation, after.toMillis());
	}

	/** A text that is like no other. */
	private static TextObserved other(int number, String author) {
		return text(number, author, 0, Texts.unlike(number));
	}

	private static TextObserved text(int number, String author, int minute) {
		return text(number, author, minute, Texts.varied(number % 3, number));
	}

	private static TextObserved text(int number, String author, int minute, String body) {
		return new TextObserved("blog", "c" + number, 1, "blog/" + author, "t" + number % 2,
				NOON.plus(Duration.ofMinutes(minute)), Objects.requireNonNull(Imprint.of(body)).written(), 0,
				Duration.ofHours(2));
	}

	private static CampaignRuled review(String id, String campaign, Verdict verdict, int minute) {
		return new CampaignRuled(
				new CampaignReviewed(id, campaign, "blog", verdict, null, "Mo", NOON.plus(Duration.ofMinutes(minute))));
	}

}
