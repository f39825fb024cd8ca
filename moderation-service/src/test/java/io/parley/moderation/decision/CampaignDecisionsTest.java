package io.parley.moderation.decision;

import static io.parley.contract.DecisionSource.MODERATOR;
import static io.parley.contract.DecisionSource.RETRO;
import static io.parley.contract.DecisionSource.RULES;
import static io.parley.contract.Verdict.APPROVE;
import static io.parley.contract.Verdict.HOLD;
import static io.parley.contract.Verdict.REJECT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.parley.contract.Author;
import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CampaignSeen.Member;
import io.parley.contract.CommentEdited;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.CommentWithdrawn;
import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.Review;
import io.parley.contract.Verdict;
import io.parley.moderation.campaign.CampaignFold;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.text.Imprint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the comments of others do to a decision. */
class CampaignDecisionsTest {

	private static final String LETTER = "I used to support the new bridge, but when I saw the bill for our street I "
			+ "changed my mind. Our shops are empty so that contractors can feel important. Ask who pays for it!";

	private static final String OTHER = "The ferry has carried schoolchildren across the harbour for eighty years, and nobody "
			+ "has ever asked what a ticket costs; a bridge without tolls would be the first of its kind.";

	private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	private final Policy policy = Fixture.policy("""
			policy: test
			verdicts: { hold: 5, reject: 10 }
			reasons: { coordinated: Many accounts have sent this. }
			campaigns:
			  allow: ["We the readers of this paper ask the council to open the archive of the harbour to everybody"]
			rules:
			  - { id: campaign, when: campaign.authors >= 3, then: hold, reason: coordinated }
			  - { id: large, when: campaign.authors >= 5, then: reject, reason: coordinated }
			  - { id: spam, when: 'body.matches("casino")', then: reject }
			  - { id: offender, when: author.rejected >= 1, then: hold }
			""");

	private final MemoryState state = MemoryState.unbounded();

	private final OneLog log = new OneLog(state, _ -> policy);

	private final Map<String, List<Decision>> decisions = new LinkedHashMap<>();

	@Test
	void the_third_of_three_is_held_at_once_and_the_first_two_are_decided_again() {
		on(comment("c1", "ann", 0, LETTER), comment("c2", "ben", 1, LETTER), comment("c3", "cem", 2, LETTER));

		assertThat(of("c3")).extracting(Decision::source, Decision::verdict).containsExactly(tuple(RULES, HOLD));
		for (String earlier : List.of("c1", "c2")) {
			assertThat(of(earlier)).extracting(Decision::source, Decision::verdict, Decision::ordinal)
				.containsExactly(tuple(RULES, APPROVE, 1), tuple(RETRO, HOLD, 2));
		}
		Decision again = of("c1").getLast();
		assertThat(again.policyHash()).isEqualTo(policy.hash());
		assertThat(again.decidedAt()).isEqualTo(NOON.plus(Duration.ofMinutes(2)));
		assertThat(Objects.requireNonNull(again.publicReason()).code()).isEqualTo("coordinated");
		assertThat(again.hits()).singleElement()
			.satisfies(hit -> assertThat(hit.values()).containsEntry("campaign.authors", 3));
	}

	@Test
	void all_are_rejected_once_there_are_enough_authors() {
		send(5, LETTER);

		assertThat(verdicts()).containsOnly(REJECT).hasSize(5);
		assertThat(of("c5")).hasSize(1);
	}

	@Test
	void who_is_decided_by_what_was_told_is_looked_at_again_when_a_rule_sees_a_difference() {
		List<String> read = new ArrayList<>();
		Fixture kept = new Fixture() {

			@Override
			public @Nullable Recent recent(String authorKey, String commentId) {
				read.add(commentId);
				return super.recent(authorKey, commentId);
			}

		};
		for (String author : List.of("ann", "ben", "cem")) {
			ModerationFlow.on(comment("of-" + author, author, 0, LETTER), kept, _ -> policy);
		}
		List<Member> joined = List.of(new Member("of-ann", 1, "blog/ann"), new Member("of-ben", 1, "blog/ben"),
				new Member("of-cem", 1, "blog/cem"));
		assertThat(ModerationFlow.on(told(3, joined), kept, _ -> policy).decisions()).extracting(Decision::verdict)
			.containsExactly(HOLD, HOLD, HOLD);
		read.clear();

		assertThat(ModerationFlow.on(told(4, List.of()), kept, _ -> policy).decisions()).isEmpty();
		assertThat(read).isEmpty();

		assertThat(ModerationFlow.on(told(5, List.of()), kept, _ -> policy).decisions()).extracting(Decision::verdict)
			.containsExactly(REJECT, REJECT, REJECT);
	}

	/** A campaign as it is told when it has so many authors. */
	private static CampaignSeen told(int authors, List<Member> joined) {
		return new CampaignSeen("letter", authors, "blog", authors, authors, 1, 0, 1, NOON, NOON,
				List.of(Objects.requireNonNull(Imprint.of(LETTER)).written()), joined, List.of(), null);
	}

	@Test
	void another_text_and_an_allowed_one_are_left_alone() {
		send(2, LETTER);
		on(comment("x1", "xia", 3, OTHER));
		for (int i = 0; i < 6; i++) {
			on(comment("p" + i, "petitioner" + i, 4,
					"We the readers of this paper ask the council to open the archive of the harbour to everybody!!"));
		}

		assertThat(verdicts()).containsOnly(APPROVE);
	}

	@Test
	void what_a_moderator_said_stays() {
		on(comment("c1", "ann", 0, LETTER), review("r1", "c1", "ann", APPROVE));
		send(2, 6, LETTER);

		assertThat(of("c1").getLast().source()).isEqualTo(MODERATOR);
		assertThat(of("c1").getLast().verdict()).isEqualTo(APPROVE);
		assertThat(of("c2").getLast().verdict()).isEqualTo(REJECT);
	}

	@Test
	void an_edit_leaves_the_campaign_and_is_judged_for_itself() {
		send(3, LETTER);
		on(new CommentEdited("c3", 2, "blog", new CommentThread("t", null, null), null, author("a3"), OTHER, null,
				NOON.plus(Duration.ofMinutes(9))));

		assertThat(of("c3").getLast().verdict()).isEqualTo(APPROVE);
		assertThat(of("c1").getLast()).extracting(Decision::source, Decision::verdict).containsExactly(RETRO, APPROVE);
	}

	@Test
	void a_withdrawn_comment_no_longer_counts() {
		send(3, LETTER);
		on(new CommentWithdrawn("c3", 2, "blog", "t", "blog/a3", NOON.plus(Duration.ofMinutes(9))));

		assertThat(of("c1").getLast().verdict()).isEqualTo(APPROVE);
		assertThat(of("c3")).hasSize(1);
	}

	@Test
	void a_confirmed_campaign_is_rejected_by_the_moderator_its_later_comments_too_and_may_be_cleared_again() {
		send(3, LETTER);
		on(ruling("r1", CampaignReviewed.Verdict.CONFIRMED, 10));
		on(comment("c4", "a4", 11, LETTER));

		assertThat(verdicts()).containsOnly(REJECT);
		assertThat(of("c1").getLast()).extracting(Decision::source, Decision::moderator)
			.containsExactly(MODERATOR, "Mo");
		assertThat(Objects.requireNonNull(state.author("blog/a1")).human().rejected()).isEqualTo(1);

		on(ruling("r2", CampaignReviewed.Verdict.ORGANIC, 20));

		assertThat(verdicts()).containsOnly(APPROVE);
		assertThat(of("c1").getLast().source()).isEqualTo(RETRO);
		assertThat(Objects.requireNonNull(state.author("blog/a1")).human().rejected()).isZero();
		assertThat(Objects.requireNonNull(state.author("blog/a1")).automatic().approved()).isEqualTo(1);
	}

	@Test
	void an_organic_campaign_holds_nobody_not_even_those_who_come_later() {
		send(3, LETTER);
		on(ruling("r1", CampaignReviewed.Verdict.ORGANIC, 10));
		on(comment("c4", "a4", 11, LETTER), comment("c5", "a5", 11, LETTER));

		assertThat(verdicts()).containsOnly(APPROVE);
	}

	@Test
	void what_others_do_does_not_count_against_an_author() {
		send(5, LETTER);
		on(comment("x1", "a1", 20, OTHER));

		assertThat(of("c1").getLast().verdict()).isEqualTo(REJECT);
		assertThat(of("x1")).extracting(Decision::verdict).containsExactly(APPROVE);
	}

	@Test
	void what_speaks_against_a_comment_by_itself_still_does_when_it_is_decided_again() {
		on(comment("c1", "ann", 0, LETTER + " Play at my casino"));
		send(2, 4, LETTER + " Play at my casino");

		assertThat(of("c1").getLast()).extracting(Decision::source, Decision::verdict).containsExactly(RETRO, REJECT);
		assertThat(of("c1").getLast().hits()).extracting("rule").containsExactly("campaign", "spam");
		on(ruling("r1", CampaignReviewed.Verdict.ORGANIC, 10));
		assertThat(of("c1").getLast().verdict()).isEqualTo(REJECT);
		assertThat(of("c1").getLast().hits()).extracting("rule").containsExactly("spam");
	}

	@Test
	void a_signal_that_comes_again_or_late_changes_nothing() {
		MemoryState one = MemoryState.unbounded();
		List<Decision> first = new ArrayList<>();
		CommentSubmitted c1 = comment("c1", "ann", 0, LETTER);
		CommentSubmitted c2 = comment("c2", "ben", 1, LETTER);
		CampaignSeen three = seen(3, 3, c1, c2);
		for (ModerationInput input : List.of(c1, c2, three)) {
			first.addAll(ModerationFlow.on(input, one, _ -> policy).decisions());
		}
		assertThat(first).hasSize(4);

		assertThat(ModerationFlow.on(three, one, _ -> policy).decisions()).isEmpty();
		assertThat(ModerationFlow.on(seen(2, 2, c1, c2), one, _ -> policy).decisions()).isEmpty();
	}

	/** Of a replay: whoever is told when, all end with the same verdict. */
	@Test
	void final_verdicts_do_not_depend_on_when_a_log_hears_of_the_campaign() {
		send(6, LETTER);
		Map<String, Verdict> expected = finals();
		MemoryState late = MemoryState.unbounded();
		List<CampaignSeen> told = new ArrayList<>();
		Map<String, Decision> finals = new HashMap<>();
		var fold = new CampaignFold(new MemoryKeyValues());
		for (int i = 6; i >= 1; i--) {
			Outcome outcome = ModerationFlow.on(comment("c" + i, "a" + i, i, LETTER), late, _ -> policy);
			outcome.decisions().forEach(decision -> finals.put(decision.commentId(), decision));
			outcome.observations()
				.forEach(observed -> fold.on(observed, 0).forEach(signal -> told.add((CampaignSeen) signal)));
		}
		for (CampaignSeen campaign : told) {
			ModerationFlow.on(campaign, late, _ -> policy)
				.decisions()
				.forEach(decision -> finals.put(decision.commentId(), decision));
		}

		assertThat(finals).hasSize(6);
		finals.forEach((id, decision) -> assertThat(decision.verdict()).as(id).isEqualTo(expected.get(id)));
	}

	private void send(int comments, String body) {
		send(1, comments, body);
	}

	private void send(int from, int to, String body) {
		for (int i = from; i <= to; i++) {
			on(comment("c" + i, "a" + i, i, body));
		}
	}

	private void on(ModerationInput... events) {
		for (ModerationInput event : events) {
			log.on(event)
				.forEach(decision -> decisions.computeIfAbsent(decision.commentId(), _ -> new ArrayList<>())
					.add(decision));
		}
	}

	private List<Decision> of(String commentId) {
		return decisions.getOrDefault(commentId, List.of());
	}

	private Map<String, Verdict> finals() {
		Map<String, Verdict> finals = new LinkedHashMap<>();
		decisions.forEach((id, made) -> finals.put(id, made.getLast().verdict()));
		return finals;
	}

	private List<Verdict> verdicts() {
		return List.copyOf(finals().values());
	}

	private CampaignReviewed ruling(String id, CampaignReviewed.Verdict verdict, int minute) {
		CampaignSeen campaign = Objects.requireNonNull(state.campaigns().ofComment("c1"));
		return new CampaignReviewed(id, campaign.campaignId(), "blog", verdict, null, "Mo",
				NOON.plus(Duration.ofMinutes(minute)));
	}

	private static CampaignSeen seen(long version, int authors, CommentSubmitted... comments) {
		return new CampaignSeen("5be1", version, "blog", authors, authors, 1, 0, 1, NOON, NOON, List.of(),
				List.of(comments)
					.stream()
					.map(comment -> new CampaignSeen.Member(comment.commentId(), 1, comment.authorKey()))
					.toList(),
				List.of(), null);
	}

	private static Author author(String id) {
		return new Author("blog/" + id, id, null, null, null);
	}

	private static CommentSubmitted comment(String id, String author, int minute, String body) {
		return new CommentSubmitted(id, 1, "blog", new CommentThread("t", null, null), null, author(author), body, null,
				NOON.plus(Duration.ofMinutes(minute)));
	}

	private static Review review(String id, String commentId, String author, Verdict verdict) {
		return new Review(id, commentId, 1, "blog", "blog/" + author, verdict, null, null, "Mo",
				NOON.plus(Duration.ofSeconds(30)));
	}

}
