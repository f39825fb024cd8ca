package io.parley.comments.comment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;

import io.parley.comments.access.Site;
import io.parley.comments.comment.SubmitRequest.AuthorPart;
import io.parley.comments.comment.SubmitRequest.ThreadPart;
import io.parley.contract.Author;
import io.parley.contract.CommentThread;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** Checks a request and makes a comment of it. */
@Component
class RequestReader {

	private static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

	private static final Pattern LANGUAGE_TAG = Pattern.compile("[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*");

	private static final ThreadPart NO_THREAD = new ThreadPart(null, null, null);

	private static final AuthorPart NO_AUTHOR = new AuthorPart(null, null, null, null);

	private final CommentSettings settings;

	private final Installation installation;

	private final Clock clock;

	RequestReader(CommentSettings settings, Installation installation, Clock clock) {
		this.settings = settings;
		this.installation = installation;
		this.clock = clock;
	}

	/**
	 * @throws io.parley.problem.ProblemException with all that is wrong
	 */
	NewComment read(Site site, SubmitRequest request) {
		Violations violations = new Violations();
		CommentThread thread = thread(violations, (request.thread() != null) ? request.thread() : NO_THREAD);
		UUID parentId = violations.optionalUuid("parentId", request.parentId());
		String origin = violations.optionalText("origin", request.origin(), 500);
		Author author = author(violations, site, (request.author() != null) ? request.author() : NO_AUTHOR, origin);
		String body = violations.requiredText("body", request.body(), settings.maxBodyLength());
		String language = language(violations, request.language());
		Instant submittedAt = submittedAt(violations, request.submittedAt());
		violations.throwIfAny();
		return new NewComment(site.name(), thread, parentId, author, body, language, submittedAt);
	}

	/**
	 * @throws io.parley.problem.ProblemException with all that is wrong
	 */
	NewText read(EditRequest request) {
		Violations violations = new Violations();
		NewText text = new NewText(violations.requiredText("body", request.body(), settings.maxBodyLength()),
				language(violations, request.language()));
		violations.throwIfAny();
		return text;
	}

	private static CommentThread thread(Violations violations, ThreadPart thread) {
		return new CommentThread(violations.requiredId("thread.id", thread.id()),
				violations.optionalText("thread.url", thread.url(), 2000),
				violations.optionalText("thread.title", thread.title(), 1000));
	}

	private Author author(Violations violations, Site site, AuthorPart author, @Nullable String origin) {
		String id = violations.optionalId("author.id", author.id());
		return new Author(authorKey(violations, site, id, origin), id,
				violations.optionalText("author.name", author.name(), 200),
				violations.optionalTime("author.registeredAt", author.registeredAt()),
				violations.optionalText("author.role", author.role(), 100));
	}

	private String authorKey(Violations violations, Site site, @Nullable String id, @Nullable String origin) {
		if (id != null) {
			return Author.keyOf(site.name(), id);
		}
		if (origin == null || origin.isBlank()) {
			violations.add("origin", "is required when there is no author.id: the reader's network address, or what "
					+ "else tells anonymous readers apart (it is not kept)");
			return "";
		}
		byte[] hash = installation.sign("origin", origin.getBytes(StandardCharsets.UTF_8));
		return Author.anonymousKeyOf(site.name(), HexFormat.of().formatHex(hash).substring(0, 32));
	}

	private static @Nullable String language(Violations violations, @Nullable String language) {
		if (language != null && (language.length() > 35 || !LANGUAGE_TAG.matcher(language).matches())) {
			violations.add("language", "must be a language tag such as en or pt-BR");
		}
		return language;
	}

	private @Nullable Instant submittedAt(Violations violations, @Nullable String value) {
		Instant time = violations.optionalTime("submittedAt", value);
		if (time != null && time.isAfter(clock.instant().plus(CLOCK_DIFFERENCE))) {
			violations.add("submittedAt", "must not be more than 5 minutes in the future");
		}
		return time;
	}

}
