package io.parley.moderation.console;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.contract.AuthorSanctioned;
import io.parley.contract.CampaignReviewed;
import io.parley.contract.CampaignSeen;
import io.parley.contract.Decision;
import io.parley.contract.Review;
import io.parley.contract.ThreadDecision;
import io.parley.contract.ThreadMode;
import io.parley.contract.ThreadModerated;
import io.parley.contract.Verdict;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import io.parley.moderation.projection.DecisionsInForce;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What moderators do in the console. Nothing here decides: an action becomes an event,
 * which waits for as long as it can be undone and then goes to the log. So what was
 * undone never reached a reader. Thread-safe.
 */
@Service
class Desk {

	/** After that rules may act on a thread that was opened. */
	private static final Duration OPENED_FOR = Duration.ofDays(1);

	private final JdbcClient jdbc;

	private final DecisionsInForce decisions;

	private final ActionTable actions;

	private final Claims claims;

	private final AuditLog audit;

	private final ConsoleProperties console;

	private final Clock clock;

	private final TransactionTemplate transaction;

	Desk(JdbcClient jdbc, DecisionsInForce decisions, ActionTable actions, Claims claims, AuditLog audit,
			ConsoleProperties console, Clock clock, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.decisions = decisions;
		this.actions = actions;
		this.claims = claims;
		this.audit = audit;
		this.console = console;
		this.clock = clock;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Decides about a comment, if nobody else did meanwhile.
	 * @return the id to undo it by
	 * @throws ProblemException (409) in words for the moderator
	 */
	UUID decide(Judgement judgement, String moderator) {
		UUID id = UUID.randomUUID();
		transaction.executeWithoutResult(_ -> {
			Decision seen = current(judgement, moderator);
			Review review = new Review(id.toString(), seen.commentId(), seen.revision(), seen.site(), seen.authorKey(),
					judgement.verdict(), judgement.reason(), judgement.note(), moderator, now());
			var action = new ActionTable.Action(id, moderator, seen.site(), seen.authorKey(), seen.commentId(),
					seen.revision(), seen.ordinal(), review);
			if (!actions.add(action, null, console.undo())) {
				throw conflict(words(actions.openAbout(seen.commentId()).orElse(null)));
			}
			claims.release(seen.commentId(), moderator);
			audit.add(moderator, HumanAction.DECIDED, seen.site(), seen.commentId(), details(judgement, seen));
		});
		return id;
	}

	private Decision current(Judgement judgement, String moderator) {
		// Whoever comes second waits here.
		jdbc.sql("select 1 from decision where comment_id = ? for update")
			.param(judgement.commentId())
			.query((_, _) -> true)
			.list();
		Decision seen = decisions.find(judgement.commentId())
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "unknown-comment",
					"There is no decision about this comment (yet)."));
		actions.openAbout(seen.commentId()).ifPresent(open -> {
			throw conflict(words(open));
		});
		if (seen.revision() != judgement.revision()) {
			throw conflict("The author has changed the comment meanwhile. Look at the new text.");
		}
		if (seen.ordinal() != judgement.ordinal()) {
			throw conflict("%s has decided meanwhile: %s."
				.formatted((seen.moderator() != null) ? seen.moderator() : "The policy", Words.of(seen.verdict())));
		}
		claims.find(seen.commentId()).filter(claim -> !claim.isOf(moderator)).ifPresent(claim -> {
			throw conflict(claim.moderator() + " is looking at this comment just now.");
		});
		boolean withdrawn = jdbc.sql("select withdrawn from comment where comment_id = ?")
			.param(seen.commentId())
			.query(Boolean.class)
			.optional()
			.orElse(false);
		if (withdrawn) {
			throw conflict("The comment was withdrawn meanwhile; there is nothing to decide.");
		}
		return seen;
	}

	private static Map<String, Object> details(Judgement judgement, Decision seen) {
		Map<String, Object> details = new LinkedHashMap<>();
		details.put("verdict", judgement.verdict().name());
		details.put("revision", seen.revision());
		details.put("before", seen.verdict().name());
		if (judgement.reason() != null) {
			details.put("reason", judgement.reason());
		}
		return details;
	}

	/**
	 * Decides about many at once; those that others look at or have decided are left out.
	 */
	Batch decideAll(List<QueueItem> items, Verdict verdict, @Nullable String reason, Map<String, String> filter,
			String moderator) {
		UUID batch = UUID.randomUUID();
		Integer count = transaction.execute(_ -> {
			int taken = 0;
			for (QueueItem item : items) {
				if (item.claimedBy() != null && !item.claimedBy().equals(moderator)) {
					continue;
				}
				UUID id = UUID.randomUUID();
				Review review = new Review(id.toString(), item.commentId(), item.revision(), item.site(),
						item.authorKey(), verdict, reason, null, moderator, now());
				taken += actions.add(new ActionTable.Action(id, moderator, item.site(), item.authorKey(),
						item.commentId(), item.revision(), item.ordinal(), review), batch, console.undo()) ? 1 : 0;
			}
			Map<String, Object> details = new LinkedHashMap<>(filter);
			details.put("verdict", verdict.name());
			details.put("count", taken);
			audit.add(moderator, HumanAction.DECIDED_MANY, null, batch.toString(), details);
			return taken;
		});
		return new Batch(batch, requireNonNull(count));
	}

	/**
	 * Decides about a campaign as a whole.
	 * @return the id to undo it by
	 */
	UUID decide(CampaignSeen campaign, CampaignReviewed.Verdict verdict, @Nullable String note, String moderator) {
		UUID id = UUID.randomUUID();
		CampaignReviewed review = new CampaignReviewed(id.toString(), campaign.campaignId(), campaign.site(), verdict,
				note, moderator, now());
		transaction.executeWithoutResult(_ -> {
			// The log of a campaign is that of its site.
			actions.add(
					new ActionTable.Action(id, moderator, campaign.site(), campaign.site(), null, null, null, review),
					null, console.undo());
			audit.add(moderator, HumanAction.DECIDED_CAMPAIGN, campaign.site(), campaign.campaignId(),
					Map.of("verdict", verdict.name(), "comments", campaign.size(), "authors", campaign.authors()));
		});
		return id;
	}

	/**
	 * Shuts an author out, or in again.
	 * @param until null for ever; a time that is past lifts it
	 */
	UUID sanction(String site, String authorKey, AuthorSanctioned.Kind kind, @Nullable Instant until,
			@Nullable String note, String moderator) {
		UUID id = UUID.randomUUID();
		AuthorSanctioned sanction = new AuthorSanctioned(id.toString(), site, authorKey, kind, until, note, moderator,
				now());
		transaction.executeWithoutResult(_ -> {
			actions.add(new ActionTable.Action(id, moderator, site, authorKey, null, null, null, sanction), null,
					console.undo());
			audit.add(moderator, HumanAction.SANCTIONED, site, authorKey,
					Map.of("kind", kind.name(), "until", (until != null) ? until.toString() : "for ever"));
		});
		return id;
	}

	/**
	 * Opens a thread that is slow or closed. For a day it outranks what rules do.
	 * @return the id to undo it by
	 */
	UUID openThread(String site, String threadId, String moderator) {
		UUID id = UUID.randomUUID();
		Instant now = now();
		ThreadModerated opened = new ThreadModerated(id.toString(), site, threadId, ThreadMode.OPEN, 0,
				now.plus(OPENED_FOR), null, moderator, now);
		transaction.executeWithoutResult(_ -> {
			// The log of a thread is that of its key.
			actions.add(new ActionTable.Action(id, moderator, site, ThreadDecision.keyOf(site, threadId), null, null,
					null, opened), null, console.undo());
			audit.add(moderator, HumanAction.MODERATED_THREAD, site, threadId, Map.of("mode", ThreadMode.OPEN.name()));
		});
		return id;
	}

	/**
	 * Takes an action of one's own back, or a batch of them.
	 * @return what it was about: comments, or an author
	 * @throws ProblemException (409) if it is too late
	 */
	List<String> undo(UUID id, String moderator) {
		List<String> subjects = transaction.execute(_ -> {
			List<String> undone = actions.undo(id, moderator);
			if (!undone.isEmpty()) {
				audit.add(moderator, HumanAction.UNDID, null, (undone.size() == 1) ? undone.getFirst() : id.toString(),
						Map.of("count", undone.size()));
			}
			return undone;
		});
		if (subjects == null || subjects.isEmpty()) {
			throw conflict("It is too late to undo this. Decide about the comment again instead.");
		}
		return subjects;
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private static String words(ActionTable.@Nullable Open open) {
		return (open == null) ? "Somebody has decided about this comment meanwhile."
				: "%s has decided meanwhile: %s.".formatted(open.moderator(),
						(open.verdict() != null) ? Words.of(Verdict.valueOf(open.verdict())) : "sanctioned");
	}

	private static ProblemException conflict(String words) {
		return ProblemException.of(HttpStatus.CONFLICT, "conflict", words);
	}

	/** What came of deciding about many. */
	record Batch(UUID id, int count) {

	}

}
