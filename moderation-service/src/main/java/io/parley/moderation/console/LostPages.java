package io.parley.moderation.console;

import io.parley.problem.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.RequestMapping;

/** Pages that there are not, and pages that somebody may not see. */
@ConsolePage
class LostPages {

	@RequestMapping("/console/**")
	String nothing() {
		throw ProblemException.of(HttpStatus.NOT_FOUND, "no-page", "There is no page at this address.");
	}

	/** Where the security filters send what they refuse. */
	@RequestMapping("/console/refused")
	String refused() {
		throw ProblemException.of(HttpStatus.FORBIDDEN, "forbidden",
				"Your role does not allow it, or the page was open too long. Load it again and repeat what you did.");
	}

}
