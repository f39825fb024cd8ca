package io.parley.moderation.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import java.util.List;

import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Search in the history of decisions, and files of what was found. */
@ConsolePage
class DecisionPages {

	private static final int SIZE = 50;

	private final DecisionSearch decisions;

	private final AuditLog audit;

	private final ConsoleProperties console;

	DecisionPages(DecisionSearch decisions, AuditLog audit, ConsoleProperties console) {
		this.decisions = decisions;
		this.audit = audit;
		this.console = console;
	}

	@GetMapping("/console/decisions")
	String decisions(@ModelAttribute("filter") DecisionFilter filter,
			@RequestParam(required = false) @Nullable String after, Model model) {
		List<DecisionSearch.Found> found = decisions.page(filter, after, SIZE + 1);
		boolean more = found.size() > SIZE;
		List<DecisionSearch.Found> shown = more ? found.subList(0, SIZE) : found;
		model.addAttribute("decisions", shown);
		model.addAttribute("next", more ? shown.getLast().cursor() : null);
		return "console/decisions";
	}

	@GetMapping("/console/decisions.csv")
	void export(@ModelAttribute("filter") DecisionFilter filter, Principal moderator, HttpServletResponse response)
			throws IOException {
		audit.add(moderator.getName(), HumanAction.EXPORTED, filter.site(), "decisions", filter.asked());
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"decisions.csv\"");
		PrintWriter out = response.getWriter();
		out.print(Csv.line(List.of("decided_at", "verdict", "source", "moderator", "score", "rules", "reason",
				"degraded", "site", "thread", "author", "comment", "revision", "beginning")));
		decisions
			.each(filter, console.mostExported(),
					found -> out.print(Csv.line(List.of(found.decidedAt().toString(), found.verdict(), found.source(),
							text(found.moderator()), Integer.toString(found.score()), String.join(" ", found.rules()),
							text(found.reason()), Boolean.toString(found.degraded()), found.site(), found.threadId(),
							found.authorKey(), found.commentId(), Integer.toString(found.revision()),
							text(found.beginning())))));
		out.flush();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
