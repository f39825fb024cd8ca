package io.parley.comments.author;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import io.parley.comments.access.Site;
import io.parley.comments.publishing.EventPublisher;
import io.parley.comments.publishing.Handover;
import io.parley.comments.publishing.Outbox;
import io.parley.comments.publishing.Outgoing;
import io.parley.comments.publishing.Turn;
import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.problem.Violations;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class AuthorController {

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

	private final AuthorFactsOutbox outbox;

	private final EventPublisher publisher;

	private final Clock clock;

	AuthorController(AuthorFactsOutbox outbox, EventPublisher publisher, Clock clock) {
		this.outbox = outbox;
		this.publisher = publisher;
		this.clock = clock;
	}

	/**
	 * 200 when the facts are published, so that comments sent from now on are decided
	 * with them; 202 when they are stored and will be.
	 */
	@PutMapping(path = "/v1/authors/{id}", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Told> tell(@AuthenticationPrincipal Site site, @PathVariable String id,
			@RequestBody FactsRequest request) {
		UUID factsId = ids.generate();
		AuthorFacts facts = read(factsId, site, id, request);
		boolean published = publish(factsId, facts);
		return ResponseEntity.status(published ? HttpStatus.OK : HttpStatus.ACCEPTED)
			.body(new Told(id, published ? Publication.PUBLISHED : Publication.STORED));
	}

	private AuthorFacts read(UUID factsId, Site site, String id, FactsRequest request) {
		Violations violations = new Violations();
		String authorId = violations.requiredId("author id", id);
		AuthorFacts facts = new AuthorFacts(factsId.toString(), site.name(), Author.keyOf(site.name(), authorId),
				authorId, violations.optionalTime("registeredAt", request.registeredAt()),
				violations.optionalText("role", request.role(), 100),
				violations.optionalCount("approved", request.approved()),
				violations.optionalCount("held", request.held()),
				violations.optionalCount("rejected", request.rejected()),
				clock.instant().truncatedTo(ChronoUnit.MICROS));
		violations.throwIfAny();
		return facts;
	}

	private boolean publish(UUID factsId, AuthorFacts facts) {
		Turn turn = outbox.insert(facts, publisher.isOpen() ? Outbox.LEASE : Duration.ZERO);
		Handover handover = publisher.publish(outbox, new Outgoing(factsId, turn.number(), facts, null), turn);
		try {
			return handover.acknowledged().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (TimeoutException _) {
			return false;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return false;
		}
		catch (ExecutionException failure) {
			throw new IllegalStateException("A handover never fails", failure);
		}
	}

	enum Publication {

		PUBLISHED, STORED

	}

	/** The answer. */
	record Told(String id, Publication status) {
	}

}
