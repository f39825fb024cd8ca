package io.parley.comments.comment;

import java.net.URI;
import java.time.Duration;
import java.util.UUID;

import io.parley.comments.access.Site;
import io.parley.comments.comment.CommentBodies.Shown;
import io.parley.comments.comment.CommentBodies.Submitted;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/v1/comments", produces = MediaType.APPLICATION_JSON_VALUE)
class CommentController {

	private final SubmitRequestReader reader;

	private final Submissions submissions;

	private final CommentStore comments;

	CommentController(SubmitRequestReader reader, Submissions submissions, CommentStore comments) {
		this.reader = reader;
		this.submissions = submissions;
		this.comments = comments;
	}

	/** 201 when it was decided while the caller waited, else 202. */
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Submitted> submit(@AuthenticationPrincipal Site site, @RequestBody SubmitRequest request,
			@RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
			@RequestHeader HttpHeaders headers) {
		Duration patience = Preference.waitOf(headers.getOrEmpty(Preference.HEADER));
		Receipt receipt = submissions.submit(reader.read(site, request), IdempotencyKey.read(key), patience);
		boolean decided = !patience.isZero() && receipt.status() != CommentStatus.PENDING;
		Submitted body = Submitted.of(receipt);
		ResponseEntity.BodyBuilder answer = ResponseEntity.status(decided ? HttpStatus.CREATED : HttpStatus.ACCEPTED)
			.location(URI.create(body.links().self()));
		if (!patience.isZero()) {
			answer.header(Preference.APPLIED, "wait=" + patience.toSeconds());
		}
		return answer.body(body);
	}

	@GetMapping("/{id}")
	Shown show(@AuthenticationPrincipal Site site, @PathVariable String id) {
		return comments.find(site.name(), commentId(id)).map(Shown::of).orElseThrow(CommentController::noSuchComment);
	}

	private static UUID commentId(String id) {
		try {
			return UUID.fromString(id);
		}
		catch (IllegalArgumentException _) {
			throw noSuchComment();
		}
	}

	private static ProblemException noSuchComment() {
		return ProblemException.of(HttpStatus.NOT_FOUND, "no-such-comment",
				"This site has no comment with this id; the id is in the answer to POST /v1/comments");
	}

}
