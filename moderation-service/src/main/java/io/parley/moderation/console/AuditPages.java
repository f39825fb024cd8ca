package io.parley.moderation.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.security.Principal;
import java.util.List;
import java.util.Map;

import io.parley.moderation.audit.AuditEntry;
import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people did. */
@ConsolePage
class AuditPages {

	private static final int SIZE = 100;

	private final AuditLog audit;

	private final ConsoleProperties console;

	AuditPages(AuditLog audit, ConsoleProperties console) {
		this.audit = audit;
		this.console = console;
	}

	@GetMapping("/console/audit")
	String entries(@RequestParam(required = false) @Nullable String who,
			@RequestParam(required = false) @Nullable String subject,
			@RequestParam(required = false) @Nullable Long before, Model model) {
		List<AuditEntry> entries = audit.page(given(who), given(subject), before, SIZE);
		model.addAttribute("entries", entries);
		model.addAttribute("who", given(who));
		model.addAttribute("subject", given(subject));
		model.addAttribute("next", (entries.size() == SIZE) ? entries.getLast().id() : null);
		return "console/audit";
	}

	@GetMapping("/console/audit.csv")
	void export(Principal moderator, HttpServletResponse response) throws IOException {
		audit.add(moderator.getName(), HumanAction.EXPORTED, null, "audit log", Map.of());
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
		PrintWriter out = response.getWriter();
		out.print(Csv.line(List.of("id", "at", "who", "what", "site", "subject", "details")));
		int left = console.mostExported();
		List<AuditEntry> page = audit.page(null, null, null, 1000);
		while (!page.isEmpty() && left > 0) {
			page.forEach(entry -> out.print(Csv.line(List.of(Long.toString(entry.id()), entry.at().toString(),
					entry.who(), entry.what(), text(entry.site()), text(entry.subject()), entry.details()))));
			left -= page.size();
			page = audit.page(null, null, page.getLast().id(), 1000);
		}
		out.flush();
	}

	private static @Nullable String given(@Nullable String value) {
		return (value == null || value.isBlank() || value.indexOf('\0') >= 0) ? null : value.strip();
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

}
