package io.parley.comments.comment;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.parley.comments.access.Site;
import io.parley.comments.comment.CommentBodies.Submitted;
import io.parley.problem.ProblemException;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Many comments in one call, for imports: each is taken or refused for itself. */
@RestController
class BatchController {

	private static final int MAX_COMMENTS = 1000;

	private static final String KEY = "idempotencyKey";

	private final RequestReader reader;

	private final Submissions submissions;

	private final JsonMapper json;

	BatchController(RequestReader reader, Submissions submissions, JsonMapper json) {
		this.reader = reader;
		this.submissions = submissions;
		this.json = json;
	}

	/** 200 whatever became of the single comments, with a result for each, in order. */
	@PostMapping(path = "/v1/comments:batch", consumes = MediaType.APPLICATION_JSON_VALUE,
			produces = MediaType.APPLICATION_JSON_VALUE)
	Results submit(@AuthenticationPrincipal Site site, @RequestBody Batch batch) {
		List<JsonNode> items = (batch.comments() != null) ? batch.comments() : List.of();
		if (items.isEmpty() || items.size() > MAX_COMMENTS) {
			throw Violations.single("comments", "must be a list of 1 to %d comments".formatted(MAX_COMMENTS));
		}
		List<KeyedComment> good = new ArrayList<>(items.size());
		List<@Nullable Result> results = new ArrayList<>(items.size());
		for (JsonNode item : items) {
			try {
				good.add(read(site, item));
				results.add(null);
			}
			catch (ProblemException problem) {
				results.add(Result.of(problem));
			}
		}
		Iterator<BatchOutcome> outcomes = submissions.submitAll(good).iterator();
		return new Results(
				results.stream().map(result -> (result != null) ? result : Result.of(outcomes.next())).toList());
	}

	private KeyedComment read(Site site, JsonNode item) {
		if (!(item instanceof ObjectNode comment)) {
			throw Violations.single("The comment", "must be a JSON object");
		}
		JsonNode key = comment.remove(KEY);
		if (key != null && !key.isNull() && !key.isString()) {
			throw Violations.single(KEY, "must be a string");
		}
		try {
			NewComment read = reader.read(site, json.treeToValue(comment, SubmitRequest.class));
			return new KeyedComment(read, IdempotencyKey.read(KEY, (key != null) ? key.asString(null) : null));
		}
		catch (JacksonException failure) {
			throw ProblemException.of(failure);
		}
	}

	/** The body as it came; its comments are read one by one. */
	record Batch(@Nullable List<JsonNode> comments) {
	}

	/** The answer. */
	record Results(List<Result> results) {
	}

	/**
	 * What became of one comment.
	 *
	 * @param status as a single submission would be answered
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Result(int status, @Nullable Submitted comment, @Nullable ProblemDetail problem) {

		static Result of(BatchOutcome outcome) {
			return switch (outcome) {
				case BatchOutcome.Taken(Receipt receipt) ->
					new Result(HttpStatus.ACCEPTED.value(), Submitted.of(receipt), null);
				case BatchOutcome.Refused(ProblemException problem) -> of(problem);
			};
		}

		static Result of(ProblemException problem) {
			return new Result(problem.getStatusCode().value(), null, problem.getBody());
		}

	}

}
