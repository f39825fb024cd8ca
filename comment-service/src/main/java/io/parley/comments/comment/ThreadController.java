package io.parley.comments.comment;

import java.util.List;

import io.parley.comments.access.Site;
import io.parley.comments.comment.CommentBodies.Page;
import io.parley.comments.comment.CommentBodies.Shown;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ThreadController {

	private static final int MAX_LIMIT = 100;

	private final ThreadStore threads;

	private final Cursors cursors;

	ThreadController(ThreadStore threads, Cursors cursors) {
		this.threads = threads;
		this.cursors = cursors;
	}

	/** A page of the approved comments; a thread nobody commented on is an empty page. */
	@GetMapping(path = "/v1/threads/{id}/comments", produces = MediaType.APPLICATION_JSON_VALUE)
	Page comments(@AuthenticationPrincipal Site site, @PathVariable String id,
			@RequestParam(defaultValue = "newest") String order, @RequestParam(defaultValue = "50") String limit,
			@RequestParam(required = false) @Nullable String cursor) {
		Violations violations = new Violations();
		violations.requiredId("thread id", id);
		violations.throwIfAny();
		ThreadOrder wanted = ThreadOrder.named(order);
		int size = size(limit);
		Cursor after = (cursor != null) ? cursors.read(cursor, site.name(), id, wanted) : null;
		List<Comment> found = threads.shown(site.name(), id, wanted, after, size + 1);
		List<Comment> page = found.subList(0, Math.min(size, found.size()));
		return new Page(page.stream().map(Shown::of).toList(),
				(found.size() > size) ? next(page.getLast(), site, id, wanted) : null);
	}

	private String next(Comment last, Site site, String threadId, ThreadOrder order) {
		return cursors.write(new Cursor(last.submittedAt(), last.id()), site.name(), threadId, order);
	}

	private static int size(String limit) {
		try {
			int size = Integer.parseInt(limit);
			if (size >= 1 && size <= MAX_LIMIT) {
				return size;
			}
		}
		catch (NumberFormatException _) {
			// The same answer as for a number out of range.
		}
		throw Violations.single("limit", "must be a number from 1 to " + MAX_LIMIT);
	}

}
