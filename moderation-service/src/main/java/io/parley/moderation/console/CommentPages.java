package io.parley.moderation.console;

import java.security.Principal;
import java.util.Map;
import java.util.UUID;

import io.parley.contract.Json;
import io.parley.contract.Verdict;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.rollout.PublishedPolicies;
import io.parley.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** A comment with all its revisions and decisions, and what can be done about it. */
@ConsolePage
class CommentPages {

	private static final int NOTE_LIMIT = 2000;

	private final CommentFiles files;

	private final Claims claims;

	private final Desk desk;

	private final PublishedPolicies policies;

	private final ConsoleProperties console;

	CommentPages(CommentFiles files, Claims claims, Desk desk, PublishedPolicies policies, ConsoleProperties console) {
		this.files = files;
		this.claims = claims;
		this.desk = desk;
		this.policies = policies;
		this.console = console;
	}

	@GetMapping("/console/comments/{commentId}")
	String comment(@PathVariable String commentId, Model model) {
		CommentFile file = files.find(commentId)
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "unknown-comment",
					"There is no decision about a comment with this id (yet)."));
		model.addAttribute("file", file);
		model.addAttribute("around", files.around(file));
		model.addAttribute("claim", claims.find(commentId).orElse(null));
		model.addAttribute("reasons", ReasonChoice.of(policies.inForce(), file.inForce(), file.latest().language()));
		return "console/comment";
	}

	@PostMapping("/console/comments/{commentId}/decide")
	String decide(@PathVariable String commentId, @RequestParam int revision, @RequestParam int ordinal,
			@RequestParam Verdict verdict, @RequestParam(required = false) @Nullable String reason,
			@RequestParam(required = false) @Nullable String note,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String part, Principal moderator,
			HttpServletResponse response, Model model) {
		UUID id = desk.decide(
				new Judgement(commentId, revision, ordinal, verdict, reasonOf(verdict, reason), noteOf(note)),
				moderator.getName());
		if (part == null) {
			return "redirect:/console?undoable=" + id;
		}
		response.setHeader("HX-Trigger",
				Json.MAPPER.writeValueAsString(Map.of("parley:decided", Map.of("comment", commentId))));
		model.addAttribute("id", id);
		model.addAttribute("did", (verdict == Verdict.HOLD) ? "Escalated" : Words.capital(Words.of(verdict)));
		model.addAttribute("seconds", console.undo().toSeconds());
		return "console/undo :: offer";
	}

	private @Nullable String reasonOf(Verdict verdict, @Nullable String reason) {
		if (verdict != Verdict.REJECT || reason == null || reason.isBlank()) {
			return null;
		}
		Policy policy = policies.inForce();
		if (policy.publicReason(reason) == null) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "unknown-reason",
					"The policy has changed and has no such reason any more. Choose another one.");
		}
		return reason;
	}

	static @Nullable String noteOf(@Nullable String note) {
		if (note == null || note.isBlank()) {
			return null;
		}
		if (note.length() > NOTE_LIMIT) {
			throw ProblemException.of(HttpStatus.BAD_REQUEST, "invalid-request",
					"A note has at most " + NOTE_LIMIT + " characters.");
		}
		return note.replace("\0", "");
	}

}
