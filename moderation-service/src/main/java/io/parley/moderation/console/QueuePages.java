package io.parley.moderation.console;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.parley.moderation.rollout.PublishedPolicies;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** The queue: what waits for a moderator. */
@ConsolePage
class QueuePages {

	private static final int SIZE = 50;

	private final Queue queue;

	private final QueueChoices choices;

	private final Claims claims;

	private final CommentFiles files;

	private final PublishedPolicies policies;

	private final QueueNews news;

	QueuePages(Queue queue, QueueChoices choices, Claims claims, CommentFiles files, PublishedPolicies policies,
			QueueNews news) {
		this.queue = queue;
		this.choices = choices;
		this.claims = claims;
		this.files = files;
		this.policies = policies;
		this.news = news;
	}

	@GetMapping("/console")
	String queue(@ModelAttribute("filter") QueueFilter filter, @RequestParam(required = false) @Nullable String after,
			Model model) {
		List<QueueItem> items = queue.page(filter, QueuePlace.at(after), SIZE + 1);
		boolean more = items.size() > SIZE;
		List<QueueItem> shown = more ? items.subList(0, SIZE) : items;
		Queue.Size size = queue.size(filter, Queue.COUNTED);
		model.addAttribute("items", shown);
		model.addAttribute("next", more ? shown.getLast().cursor() : null);
		model.addAttribute("size", size);
		model.addAttribute("since", Objects.requireNonNullElse(size.newest(), Instant.EPOCH));
		model.addAttribute("choices", choices.all());
		return "console/queue";
	}

	/** Server-sent events for an open page. */
	@GetMapping("/console/queue/news")
	SseEmitter news(@ModelAttribute("filter") QueueFilter filter, @RequestParam Instant since, Principal moderator) {
		return news.open(filter, since, moderator.getName());
	}

	/** Shows a comment beside the list and keeps others from deciding about it. */
	@PostMapping("/console/queue/{commentId}/open")
	String open(@PathVariable String commentId, Principal moderator, Model model) {
		model.addAttribute("claim", claims.take(commentId, moderator.getName()));
		CommentFile file = files.find(commentId)
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "unknown-comment",
					"There is no decision about this comment (yet)."));
		model.addAttribute("file", file);
		model.addAttribute("around", files.around(file));
		model.addAttribute("reasons", ReasonChoice.of(policies.inForce(), file.inForce(), file.latest().language()));
		return "console/comment-view :: beside";
	}

	/** Goes on looking at a comment. */
	@PostMapping("/console/queue/{commentId}/claim")
	@ResponseBody
	String claim(@PathVariable String commentId, Principal moderator) {
		return claims.take(commentId, moderator.getName()).moderator();
	}

}
