package io.parley.moderation.console;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import io.parley.contract.AuthorSanctioned.Kind;
import io.parley.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * An author: record, comments, and shutting out. Keys hold slashes and are parameters.
 */
@ConsolePage
class AuthorPages {

	private static final int COMMENTS = 50;

	private final Authors authors;

	private final DecisionSearch decisions;

	private final Desk desk;

	private final ConsoleProperties console;

	private final Clock clock;

	AuthorPages(Authors authors, DecisionSearch decisions, Desk desk, ConsoleProperties console, Clock clock) {
		this.authors = authors;
		this.decisions = decisions;
		this.desk = desk;
		this.console = console;
		this.clock = clock;
	}

	@GetMapping("/console/authors")
	String author(@RequestParam String key, @RequestParam(required = false) @Nullable UUID undoable, Model model) {
		model.addAttribute("author", author(key));
		model.addAttribute("sanctions", authors.sanctions(key));
		model.addAttribute("decisions", decisions.page(DecisionFilter.ofAuthor(key), null, COMMENTS));
		model.addAttribute("undoable", undoable);
		return "console/author";
	}

	/**
	 * Shuts an author out or in.
	 * @param length an ISO duration such as P7D, "ever", or "none" to lift it
	 */
	@PostMapping("/console/authors/sanction")
	String sanction(@RequestParam String key, @RequestParam String kind, @RequestParam String length,
			@RequestParam(required = false) @Nullable String note,
			@RequestHeader(name = "HX-Request", required = false) @Nullable String part, Principal moderator,
			HttpServletResponse response, Model model) {
		AuthorRecord author = author(key);
		Kind chosen = kind.equals("BAN") ? Kind.BAN : Kind.MUTE;
		Instant until = until(length, chosen);
		UUID id = desk.sanction(author.site(), key, chosen, until, CommentPages.noteOf(note), moderator.getName());
		if (part == null) {
			return "redirect:/console/authors?key=" + encoded(key) + "&undoable=" + id;
		}
		model.addAttribute("id", id);
		model.addAttribute("did", length.equals("none") ? "Let in again"
				: (chosen == Kind.BAN) ? "Banned" : "Muted (" + length.toLowerCase(Locale.ROOT) + ")");
		model.addAttribute("seconds", console.undo().toSeconds());
		return "console/undo :: offer";
	}

	private static String encoded(String key) {
		return URLEncoder.encode(key, StandardCharsets.UTF_8);
	}

	private @Nullable Instant until(String length, Kind kind) {
		Instant now = clock.instant();
		return switch (length) {
			case "none" -> now.minusSeconds(1);
			case "ever" -> {
				if (kind == Kind.MUTE) {
					throw ProblemException.of(HttpStatus.BAD_REQUEST, "invalid-request",
							"A time-out has an end; ban the author instead.");
				}
				yield null;
			}
			case "PT1H", "P1D", "P7D", "P30D" -> now.plus(Duration.parse(length));
			default -> throw ProblemException.of(HttpStatus.BAD_REQUEST, "invalid-request",
					"Choose one of the lengths offered.");
		};
	}

	private AuthorRecord author(String key) {
		return authors.find(key.replace("\0", ""))
			.orElseThrow(() -> ProblemException.of(HttpStatus.NOT_FOUND, "unknown-author",
					"Nothing is known of an author with this key."));
	}

}
