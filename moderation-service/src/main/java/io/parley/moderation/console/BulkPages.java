package io.parley.moderation.console;

import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.rollout.PublishedPolicies;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Decides about everything that a filter shows. First it tells how many that are; what
 * comes later is not meant.
 */
@ConsolePage
class BulkPages {

	private static final int SAMPLE = 10;

	private final Queue queue;

	private final Desk desk;

	private final PublishedPolicies policies;

	private final ConsoleProperties console;

	BulkPages(Queue queue, Desk desk, PublishedPolicies policies, ConsoleProperties console) {
		this.queue = queue;
		this.desk = desk;
		this.policies = policies;
		this.console = console;
	}

	@GetMapping("/console/queue/all")
	String confirm(@ModelAttribute("filter") QueueFilter filter, Model model) {
		Queue.Size size = queue.size(filter, console.mostAtOnce());
		model.addAttribute("until", Objects.requireNonNullElse(size.newest(), Instant.EPOCH));
		model.addAttribute("more", size.amount().more());
		model.addAttribute("count", size.amount().count());
		model.addAttribute("sample", queue.page(filter, QueuePlace.START, SAMPLE));
		model.addAttribute("reasons", policies.inForce().publicReasons());
		return "console/bulk";
	}

	@PostMapping("/console/queue/all")
	String decide(@ModelAttribute("filter") QueueFilter filter, @RequestParam Verdict verdict,
			@RequestParam(required = false) @Nullable String reason, @RequestParam Instant until,
			@RequestParam long count, Principal moderator, RedirectAttributes answer) {
		Policy policy = policies.inForce();
		String given = (verdict == Verdict.REJECT && reason != null && !reason.isBlank()) ? reason : null;
		if (given != null && policy.publicReason(given) == null) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "unknown-reason",
					"The policy has changed and has no such reason any more. Choose another one.");
		}
		List<QueueItem> meant = queue.upTo(filter, until, console.mostAtOnce());
		if (meant.size() > count) {
			throw ProblemException.of(HttpStatus.CONFLICT, "conflict",
					"These are more comments now than you were told. Look at the number again.");
		}
		Desk.Batch batch = desk.decideAll(meant, verdict, given, filter.asked(), moderator.getName());
		answer.addAttribute("undoable", batch.id());
		answer.addAttribute("many", batch.count());
		return "redirect:/console";
	}

}
