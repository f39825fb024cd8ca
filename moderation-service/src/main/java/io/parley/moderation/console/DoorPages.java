package io.parley.moderation.console;

import org.springframework.web.bind.annotation.GetMapping;

/** The way in. */
@ConsolePage
class DoorPages {

	@GetMapping("/")
	String home() {
		return "redirect:/console";
	}

	/** The form itself is taken by the security filters. */
	@GetMapping("/login")
	String signIn() {
		return "console/login";
	}

}
