package io.parley.moderation.console;

import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

import io.parley.moderation.projection.HeldComments;

/** The queue: what waits for a moderator. */
@ConsolePage
class QueuePages {

	private static final int SIZE = 50;

	private final HeldComments held;

	QueuePages(HeldComments held) {
		this.held = held;
	}

	@GetMapping("/console")
	String queue(Model model) {
		model.addAttribute("comments", held.page(null, null, SIZE));
		return "console/queue";
	}

}
