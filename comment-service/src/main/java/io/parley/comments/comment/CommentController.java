package io.parley.comments.comment;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.parley.comments.access.Site;
import io.parley.comments.comment.CommentBodies.History;
import io.parley.comments.comment.CommentBodies.Shown;
import io.parley.comments.comment.CommentBodies.Submitted;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/v1/comments", produces = MediaType.APPLICATION_JSON_VALUE)
class CommentController {

	private final RequestReader reader;

	private final Submissions submissions;

	private final Edits edits;

	private final CommentStore comments;

	private final RevisionStore revisions;

	CommentController(RequestReader reader, Submissions submissions, Edits edits, CommentStore comments,
			RevisionStore revisions) {
		this.reader = reader;
		this.submissions = submissions;
		this.edits = edits;
		this.comments = comments;
		this.revisions = revisions;
	}

	/** 201 when it was decided while the caller waited, else 202. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Submitted> submit(@AuthenticationPrincipal Site site, @RequestBody SubmitRequest request,
			@RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
			@RequestHeader HttpHeaders headers) {
		Duration patience = Preference.waitOf(headers.getOrEmpty(Preference.HEADER));
		Receipt receipt = submissions.submit(reader.read(site, request),
				IdempotencyKey.read(IdempotencyKey.HEADER, key), patience);
		boolean decided = !patience.isZero() && !receipt.isPending();
		return answer(decided ? HttpStatus.CREATED : HttpStatus.ACCEPTED, receipt, patience);
	}

	/** 200 when the present text is decided, else 202. */
	@PutMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Submitted> edit(@AuthenticationPrincipal Site site, @PathVariable String id,
			@RequestBody EditRequest request, @RequestHeader HttpHeaders headers) {
		Duration patience = Preference.waitOf(headers.getOrEmpty(Preference.HEADER));
		Receipt receipt = edits.edit(site.name(), CommentIds.read(id), reader.read(request), condition(headers),
				patience);
		return answer(receipt.isPending() ? HttpStatus.ACCEPTED : HttpStatus.OK, receipt, patience);
	}

	private static ResponseEntity<Submitted> answer(HttpStatus status, Receipt receipt, Duration patience) {
		Submitted body = Submitted.of(receipt);
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(status)
			.location(URI.create(body.links().self()))
			.eTag(receipt.version().etag());
		if (!patience.isZero()) {
			answer.header(Preference.APPLIED, "wait=" + patience.toSeconds());
		}
		return answer.body(body);
	}

	@DeleteMapping("/{id}")
	ResponseEntity<Void> withdraw(@AuthenticationPrincipal Site site, @PathVariable String id,
			@RequestHeader HttpHeaders headers) {
		edits.withdraw(site.name(), CommentIds.read(id), condition(headers));
		return ResponseEntity.noContent().build();
	}

	private static IfMatch condition(HttpHeaders headers) {
		return new IfMatch(headers.getIfMatch());
	}

	@GetMapping("/{id}")
	ResponseEntity<Shown> show(@AuthenticationPrincipal Site site, @PathVariable String id) {
		Comment comment = comments.find(site.name(), CommentIds.read(id)).orElseThrow(CommentIds::noSuchComment);
		return ResponseEntity.ok().eTag(comment.version().etag()).body(Shown.of(comment));
	}

	@GetMapping("/{id}/revisions")
	History revisions(@AuthenticationPrincipal Site site, @PathVariable String id) {
		UUID commentId = CommentIds.read(id);
		List<Revision> history = revisions.history(site.name(), commentId);
		if (history.isEmpty()) {
			throw CommentIds.noSuchComment();
		}
		return History.of(history);
	}

}
