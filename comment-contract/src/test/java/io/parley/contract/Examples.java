package io.parley.contract;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One full event of each type, in the words of a reader. */
final class Examples {

	private static final String COMMENT = "01932f6e-7b1a-7c3e-9a55-2f4f0c7d1e10";

	private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");

	private static final CommentThread THREAD = new CommentThread("summit-2026", "https://blog.example.org/summit-2026",
			"Two chairs, one table");

	private static final Author AUTHOR = new Author(Author.keyOf("gazette", "lena"), "lena", "Lena K.",
			Instant.parse("2024-02-29T08:30:00Z"), "member");

	static final List<Event> ALL = List.of(submitted(), edited(), withdrawn(), facts(), review(), sanctioned(),
			campaignReview(), campaign(), threadSeen(), ruleBraked(), correctionLearned(), correctionReset(),
			threadModerated(), threadDecision(), activation(), version(), model(), decision());

	private Examples() {
	}

	static CommentSubmitted submitted() {
		return new CommentSubmitted(COMMENT, 1, "gazette", THREAD, null, AUTHOR,
				"Peace needs more than a photo.\nIs there a map? \uD83D\uDD4A\uFE0F", "en", NOON);
	}

	static CommentEdited edited() {
		return new CommentEdited(COMMENT, 2, "gazette", THREAD, "01932f6e-0000-7000-8000-000000000001", AUTHOR,
				"Peace needs more than a photo. Is there a map at all?", null, NOON.plusSeconds(60));
	}

	static CommentWithdrawn withdrawn() {
		return new CommentWithdrawn(COMMENT, 3, "gazette", "summit-2026", AUTHOR.key(), NOON.plusSeconds(120));
	}

	static AuthorFacts facts() {
		return new AuthorFacts("6d5a5d7e-0f4e-4c4e-8f5e-1f2b3c4d5e6f", "gazette", AUTHOR.key(), "lena",
				Instant.parse("2024-02-29T08:30:00Z"), "member", 41, 0, 1, NOON);
	}

	static Review review() {
		return new Review("0b8f3c52-93f7-4a39-8a43-5f0b3b1c2d3e", COMMENT, 1, "gazette", AUTHOR.key(), Verdict.APPROVE,
				null, "Sharp but fair.", "mod-ines", NOON.plusSeconds(90));
	}

	static AuthorSanctioned sanctioned() {
		return new AuthorSanctioned("7c9e6679-7425-40de-944b-e07fc1f90ae7", "gazette", AUTHOR.key(),
				AuthorSanctioned.Kind.MUTE, NOON.plusSeconds(86400), "Third warning.", "mod-ines", NOON);
	}

	static CampaignReviewed campaignReview() {
		return new CampaignReviewed("3f0d8c52-11f7-4a39-8a43-5f0b3b1c2d3e", "5be1c0ffee5be1c0", "gazette",
				CampaignReviewed.Verdict.ORGANIC, "A petition, nothing else.", "mod-ines", NOON.plusSeconds(900));
	}

	static CampaignSeen campaign() {
		return new CampaignSeen("5be1c0ffee5be1c0", 7, "gazette", 4, 5, 2, 5, 0.81, NOON, NOON.plusSeconds(600),
				List.of("AAECAw=="), List.of(new CampaignSeen.Member(COMMENT, 1, AUTHOR.key())),
				List.of("0ddba110ddba1100"), new CampaignSeen.Ruling("3f0d8c52-11f7-4a39-8a43-5f0b3b1c2d3e",
						CampaignReviewed.Verdict.ORGANIC, "mod-ines", NOON.plusSeconds(900)));
	}

	static ThreadSeen threadSeen() {
		return new ThreadSeen("gazette", "summit-2026", Instant.parse("2026-11-23T12:00:00Z"), 87, 70, 30, 20);
	}

	static RuleBraked ruleBraked() {
		return new RuleBraked("gazette", "9a0b1c2d3e4f5061", "newcomer-links", 500,
				Instant.parse("2026-11-23T12:00:00Z"), Instant.parse("2026-11-23T12:17:00Z"), 43);
	}

	static CorrectionLearned correctionLearned() {
		return new CorrectionLearned("gazette", NOON.toEpochMilli(), "4f1d2c3b5a697887", 225,
				new TreeMap<>(Map.of("TOXIC", new TreeMap<>(Map.of(17, -2104, 3071, 15260)))));
	}

	static CorrectionReset correctionReset() {
		return new CorrectionReset("5c2e1d0f-7b6a-4c3d-8e9f-0a1b2c3d4e5f", "gazette", "The trainees are gone.",
				"admin-olga", NOON);
	}

	static ThreadModerated threadModerated() {
		return new ThreadModerated("1d0c3b7a-5a4e-4d8e-9f01-6a2b4c8d0e1f", "gazette", "summit-2026", ThreadMode.CLOSED,
				0, NOON.plusSeconds(86400), "Over night.", "mod-ines", NOON);
	}

	static ThreadDecision threadDecision() {
		return new ThreadDecision("8c1f0a9d8b7e6f51", "gazette", "summit-2026", ThreadMode.SLOW, 60,
				DecisionSource.RULES, "pile-on", "9a0b1c2d3e4f5061", null, null, NOON, NOON.plusSeconds(1800));
	}

	static PolicyActivated activation() {
		return new PolicyActivated("9a0b1c2d3e4f5061", "news-and-politics", NOON);
	}

	static PolicyVersion version() {
		return new PolicyVersion("9a0b1c2d3e4f5061", "news-and-politics", "policy.yaml",
				Map.of("policy.yaml", "policy: news-and-politics\n", "lists/slurs.txt", "scoundrel\n"),
				"4f1d2c3b5a697887", NOON);
	}

	static ModelVersion model() {
		return new ModelVersion("4f1d2c3b5a697887", "UEFSTEVZTUw=", NOON);
	}

	static Decision decision() {
		Hit hit = new Hit("newcomer-links", RuleMode.LIVE, Effect.SCORE, 6, "link-review",
				List.of(new Hit.Span("body", 4, 19, "shorteners", "bit.ly")),
				Map.of("links.count", 2, "author.approved", 0, "author.trusted", false));
		return new Decision("5f3c0a9d8b7e6f50", COMMENT, 1, 1, "gazette", "summit-2026", AUTHOR.key(), Verdict.HOLD,
				DecisionSource.RULES, 6, new Decision.Bands(5, 10), "9a0b1c2d3e4f5061", List.of(hit), Verdict.REJECT,
				List.of(new Decision.Degraded("slow-checker", "no answer")),
				new Decision.PublicReason("link-review", "Links from new readers are looked at first."), null,
				NOON.toEpochMilli(), NOON);
	}

}
