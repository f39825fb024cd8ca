package io.parley.moderation.console;

import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.parley.moderation.projection.Sanctions;
import io.parley.moderation.projection.ThreadRestrictions;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who may not write at present, and where: authors shut out, threads slow or closed. */
@ConsolePage
class RestrictionPages {

	private static final int MOST = 50;

	private final Sanctions sanctions;

	private final ThreadRestrictions threads;

	private final Desk desk;

	private final Clock clock;

	RestrictionPages(Sanctions sanctions, ThreadRestrictions threads, Desk desk, Clock clock) {
		this.sanctions = sanctions;
		this.threads = threads;
		this.desk = desk;
		this.clock = clock;
	}

	@GetMapping("/console/restrictions")
	String restrictions(@RequestParam(required = false) @Nullable Instant before,
			@RequestParam(defaultValue = "") String id, @RequestParam(required = false) @Nullable String afterSite,
			@RequestParam(defaultValue = "") String afterThread,
			@RequestParam(required = false) @Nullable UUID undoable, Model model) {
		Instant now = clock.instant();
		List<Sanctions.InForce> authors = sanctions.page(null,
				(before != null) ? new Sanctions.Place(before, id.replace("\0", "")) : null, now, MOST + 1);
		List<ThreadRestrictions.Restriction> restricted = threads.page(null, (afterSite != null)
				? new ThreadRestrictions.Place(afterSite.replace("\0", ""), afterThread.replace("\0", "")) : null, now,
				MOST + 1);
		model.addAttribute("authors", authors.subList(0, Math.min(MOST, authors.size())));
		model.addAttribute("moreAuthors", authors.size() > MOST);
		model.addAttribute("threads", restricted.subList(0, Math.min(MOST, restricted.size())));
		model.addAttribute("moreThreads", restricted.size() > MOST);
		model.addAttribute("undoable", undoable);
		return "console/restrictions";
	}

	/** Opens a thread, whoever has restricted it. */
	@PostMapping("/console/restrictions/open-thread")
	String open(@RequestParam String site, @RequestParam String thread, Principal moderator) {
		UUID id = desk.openThread(site.replace("\0", ""), thread.replace("\0", ""), moderator.getName());
		return "redirect:/console/restrictions?undoable=" + id;
	}

}
