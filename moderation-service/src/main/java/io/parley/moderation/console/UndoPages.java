package io.parley.moderation.console;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.parley.contract.Json;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Takes back what was done a moment ago. */
@ConsolePage
class UndoPages {

	private final Desk desk;

	UndoPages(Desk desk) {
		this.desk = desk;
	}

	@PostMapping("/console/actions/{id}/undo")
	String undo(@PathVariable UUID id, @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
			Principal moderator, HttpServletResponse response, Model model) {
		List<String> subjects = desk.undo(id, moderator.getName());
		if (part == null) {
			return "redirect:/console";
		}
		response.setHeader("HX-Trigger", Json.MAPPER.writeValueAsString(
				Map.of("parley:undone", Map.of("comment", (subjects.size() == 1) ? subjects.getFirst() : ""))));
		model.addAttribute("count", subjects.size());
		return "console/undo :: done";
	}

}
