package io.parley.comments.comment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

import io.parley.comments.comment.RevisionStore.Locked;
import io.parley.comments.publishing.EventPublisher;
import io.parley.comments.publishing.Outbox;
import io.parley.comments.publishing.Outgoing;
import io.parley.comments.publishing.Turn;
import io.parley.contract.Author;
import io.parley.contract.CommentEdited;
import io.parley.contract.CommentWithdrawn;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way of a new text and of a withdrawal: the row changes, then the event is
 * published. What a crash leaves unpublished is due in the row.
 */
@Component
class Edits {

	private final RevisionStore revisions;

	private final CommentOutbox outbox;

	private final EventPublisher publisher;

	private final Receipts receipts;

	private final CommentSettings settings;

	private final TransactionOperations transactions;

	private final Clock clock;

	Edits(RevisionStore revisions, CommentOutbox outbox, EventPublisher publisher, Receipts receipts,
			CommentSettings settings, TransactionOperations transactions, Clock clock) {
		this.revisions = revisions;
		this.outbox = outbox;
		this.publisher = publisher;
		this.receipts = receipts;
		this.settings = settings;
		this.transactions = transactions;
		this.clock = clock;
	}

	/**
	 * Gives a comment a new text, which is moderated again. The same text as before
	 * changes nothing.
	 * @throws ProblemException if there is no such comment, it is withdrawn, or it was
	 * edited since
	 */
	Receipt edit(String site, UUID id, NewText text, IfMatch condition, Duration patience) {
		Changed<CommentEdited> changed = locked(site, id, comment -> edit(site, id, comment, text, condition));
		return (changed != null) ? receipts.publish(id, changed.event(), changed.turn(), patience)
				: receipts.present(site, id, 1, patience);
	}

	private @Nullable Changed<CommentEdited> edit(String site, UUID id, Locked comment, NewText asked,
			IfMatch condition) {
		if (comment.status() == CommentStatus.WITHDRAWN) {
			throw ProblemException.of(HttpStatus.CONFLICT, "comment-withdrawn",
					"This comment is withdrawn and cannot be edited; send the text as a new comment");
		}
		condition.require(comment.revision());
		NewText text = new NewText(asked.body(), (asked.language() != null) ? asked.language() : comment.language());
		if (text.body().equals(comment.body()) && Objects.equals(text.language(), comment.language())) {
			return null;
		}
		if (comment.revision() >= settings.maxRevisions()) {
			throw ProblemException.of(HttpStatus.CONFLICT, "too-many-revisions",
					"This comment has %d revisions, and no comment may have more; withdraw it or let it be"
						.formatted(comment.revision()));
		}
		Instant now = now();
		Author author = stillToTell(comment);
		revisions.archive(id);
		long number = revisions.edit(id, text, author, now,
				settings.shownWhileEdited(site) == ShownWhileEdited.PREVIOUS, publishIn());
		UUID parentId = comment.parentId();
		CommentEdited event = new CommentEdited(id.toString(), comment.revision() + 1, site, comment.thread(),
				(parentId != null) ? parentId.toString() : null, author, text.body(), text.language(), now);
		return new Changed<>(event, new Turn(number, comment.awaited()));
	}

	/**
	 * What was told of the author with the comment is old news once it was decided, and
	 * must not undo what was told since.
	 */
	private static Author stillToTell(Locked comment) {
		Author author = comment.author();
		return (comment.status() == CommentStatus.PENDING) ? author
				: new Author(author.key(), author.id(), author.name(), null, null);
	}

	/**
	 * Withdraws a comment; one that is withdrawn stays so.
	 * @throws ProblemException if there is no such comment, or it was edited since
	 */
	void withdraw(String site, UUID id, IfMatch condition) {
		Changed<CommentWithdrawn> changed = locked(site, id, comment -> withdraw(site, id, comment, condition));
		if (changed != null) {
			publisher.publish(outbox, new Outgoing(id, changed.turn().number(), changed.event(), null), changed.turn());
		}
	}

	private @Nullable Changed<CommentWithdrawn> withdraw(String site, UUID id, Locked comment, IfMatch condition) {
		if (comment.status() == CommentStatus.WITHDRAWN) {
			return null;
		}
		condition.require(comment.revision());
		Instant now = now();
		revisions.archive(id);
		long number = revisions.withdraw(id, now, publishIn());
		CommentWithdrawn event = new CommentWithdrawn(id.toString(), comment.revision() + 1, site,
				comment.thread().id(), comment.author().key(), now);
		return new Changed<>(event, new Turn(number, comment.awaited()));
	}

	/** Does something with a comment that nobody else can change meanwhile. */
	private <T> @Nullable T locked(String site, UUID id, Function<Locked, @Nullable T> change) {
		return transactions
			.<@Nullable T>execute(_ -> change.apply(revisions.lock(site, id).orElseThrow(CommentIds::noSuchComment)));
	}

	private Instant now() {
		return clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** Nobody else publishes it for a while, unless nobody publishes at once. */
	private Duration publishIn() {
		return publisher.isOpen() ? Outbox.LEASE : Duration.ZERO;
	}

	/** What became of a comment's row. */
	private record Changed<E>(E event, Turn turn) {
	}

}
