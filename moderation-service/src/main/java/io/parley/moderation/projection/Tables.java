package io.parley.moderation.projection;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.parley.contract.AuthorFacts;
import io.parley.contract.AuthorSanctioned;
import io.parley.contract.CampaignSeen;
import io.parley.contract.CommentEvent;
import io.parley.contract.Decision;
import io.parley.contract.Event;
import io.parley.contract.ThreadDecision;
import org.springframework.stereotype.Component;

/** All tables that follow from the log. Thread-safe. */
@Component
class Tables {

	private static final Comparator<CommentEvent> NEWER_COMMENT = Comparator.comparingInt(CommentEvent::revision)
		.thenComparing(CommentTexts::isWithdrawn);

	private static final Comparator<Decision> NEWER_DECISION = Comparator.comparingInt(Decision::revision)
		.thenComparingInt(Decision::ordinal);

	private final CommentTexts texts;

	private final Revisions revisions;

	private final DecisionsInForce inForce;

	private final DecisionHistory history;

	private final AuthorNotes authors;

	private final Campaigns campaigns;

	private final ThreadRestrictions threads;

	private final QueueRows queue;

	Tables(CommentTexts texts, Revisions revisions, DecisionsInForce inForce, DecisionHistory history,
			AuthorNotes authors, Campaigns campaigns, ThreadRestrictions threads, QueueRows queue) {
		this.texts = texts;
		this.revisions = revisions;
		this.inForce = inForce;
		this.history = history;
		this.authors = authors;
		this.campaigns = campaigns;
		this.threads = threads;
		this.queue = queue;
	}

	/** Whether the tables follow from events like this one. */
	static boolean isOfInterest(Event event) {
		return switch (event) {
			case CommentEvent _, Decision _, AuthorFacts _, AuthorSanctioned _, CampaignSeen _, ThreadDecision _ ->
				true;
			default -> false;
		};
	}

	/**
	 * Takes events over, in the order of the log; what is known already changes nothing.
	 */
	void put(Collection<Event> events) {
		List<CommentEvent> comments = only(CommentEvent.class, events);
		List<Decision> decisions = only(Decision.class, events);
		authors.put(only(AuthorFacts.class, events), only(AuthorSanctioned.class, events));
		revisions.put(comments);
		texts.put(newest(comments, CommentEvent::commentId, NEWER_COMMENT));
		history.put(decisions);
		inForce.put(newest(decisions, Decision::commentId, NEWER_DECISION));
		only(CampaignSeen.class, events).forEach(campaigns::put);
		only(ThreadDecision.class, events).forEach(threads::put);
		Set<String> touched = new HashSet<>();
		comments.forEach(comment -> touched.add(comment.commentId()));
		decisions.forEach(decision -> touched.add(decision.commentId()));
		queue.refresh(touched);
	}

	private static <E extends Event> List<E> only(Class<E> type, Collection<Event> events) {
		return events.stream().filter(type::isInstance).map(type::cast).toList();
	}

	private static <E extends Event> Collection<E> newest(List<E> events, Function<E, String> key,
			Comparator<E> newer) {
		Map<String, E> newest = new LinkedHashMap<>();
		for (E event : events) {
			newest.merge(key.apply(event), event,
					(before, after) -> (newer.compare(after, before) >= 0) ? after : before);
		}
		return newest.values();
	}

}
