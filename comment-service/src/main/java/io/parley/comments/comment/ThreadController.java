package io.parley.comments.comment;

import java.util.List;
import java.util.UUID;

import io.parley.comments.access.Site;
import io.parley.comments.comment.CommentBodies.Page;
import io.parley.comments.comment.CommentBodies.Shown;
import io.parley.comments.comment.ThreadStore.Count;
import io.parley.comments.comment.TreeBodies.TreePage;
import io.parley.problem.Violations;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(produces = MediaType.APPLICATION_JSON_VALUE)
class ThreadController {

	private static final int MAX_LIMIT = 100;

	private static final int MAX_DEPTH = 10;

	private static final int MAX_COUNTED = 500;

	private static final String PATH = "/v1/threads/{id}/comments";

	private final ThreadStore threads;

	private final TreeReader trees;

	private final Cursors cursors;

	ThreadController(ThreadStore threads, TreeReader trees, Cursors cursors) {
		this.threads = threads;
		this.trees = trees;
		this.cursors = cursors;
	}

	/** A page of the approved comments; a thread nobody commented on is an empty page. */
	@GetMapping(path = PATH, params = "!view")
	Page comments(@AuthenticationPrincipal Site site, @PathVariable String id,
			@RequestParam(defaultValue = "newest") String order, @RequestParam(defaultValue = "50") String limit,
			@RequestParam(required = false) @Nullable String cursor) {
		Listing list = Listing.flat(site.name(), threadId(id), ThreadOrder.named(order));
		int size = number("limit", limit, MAX_LIMIT);
		List<Comment> found = threads.shown(list, (cursor != null) ? cursors.read(cursor, list) : null, size + 1);
		List<Comment> page = found.subList(0, Math.min(size, found.size()));
		return new Page(page.stream().map(Shown::of).toList(),
				(found.size() > size) ? next(page.getLast(), list) : null);
	}

	private String next(Comment last, Listing list) {
		return cursors.write(new Cursor(last.submittedAt(), last.id()), list);
	}

	/** The same as a tree: the top of the thread, or the replies to one comment. */
	@GetMapping(path = PATH, params = "view")
	TreePage tree(@AuthenticationPrincipal Site site, @PathVariable String id, @RequestParam String view,
			@RequestParam(defaultValue = "newest") String order, @RequestParam(defaultValue = "50") String limit,
			@RequestParam(defaultValue = "3") String depth, @RequestParam(defaultValue = "10") String replies,
			@RequestParam(required = false) @Nullable String parent,
			@RequestParam(required = false) @Nullable String cursor) {
		if (!view.equals("tree")) {
			throw Violations.single("view", "must be tree, or left out for the plain list");
		}
		Listing top = Listing.top(site.name(), threadId(id), ThreadOrder.named(order));
		UUID parentId = commentId(parent);
		Listing list = (parentId != null) ? top.repliesTo(parentId) : top;
		return trees.read(list, (cursor != null) ? cursors.read(cursor, list) : null, number("limit", limit, MAX_LIMIT),
				number("depth", depth, MAX_DEPTH), number("replies", replies, MAX_LIMIT));
	}

	/** How many comments readers see in each of a page of threads. */
	@PostMapping(path = "/v1/threads:counts", consumes = MediaType.APPLICATION_JSON_VALUE)
	Counts counts(@AuthenticationPrincipal Site site, @RequestBody CountsRequest request) {
		List<@Nullable String> ids = (request.ids() != null) ? request.ids() : List.of();
		Violations violations = new Violations();
		if (ids.isEmpty() || ids.size() > MAX_COUNTED) {
			violations.add("ids", "must be a list of 1 to %d thread ids".formatted(MAX_COUNTED));
		}
		List<String> threadIds = ids.stream().limit(MAX_COUNTED).map(id -> violations.requiredId("ids", id)).toList();
		violations.throwIfAny();
		return new Counts(threads.counts(site.name(), threadIds));
	}

	private static String threadId(String id) {
		Violations violations = new Violations();
		violations.requiredId("thread id", id);
		violations.throwIfAny();
		return id;
	}

	private static @Nullable UUID commentId(@Nullable String parent) {
		Violations violations = new Violations();
		UUID id = violations.optionalUuid("parent", parent);
		violations.throwIfAny();
		return id;
	}

	private static int number(String parameter, String value, int most) {
		try {
			int number = Integer.parseInt(value);
			if (number >= 1 && number <= most) {
				return number;
			}
		}
		catch (NumberFormatException _) {
			// The same answer as for a number out of range.
		}
		throw Violations.single(parameter, "must be a number from 1 to " + most);
	}

	/** The body of {@code POST /v1/threads:counts} as it came. */
	record CountsRequest(@Nullable List<@Nullable String> ids) {
	}

	/** The answer, in the order of the request. */
	record Counts(List<Count> counts) {
	}

}
