package io.parley.moderation.console;

import io.parley.moderation.access.ProviderSignIn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way in. */
@ConsolePage
class DoorPages {

	private final ObjectProvider<ProviderSignIn> providers;

	DoorPages(ObjectProvider<ProviderSignIn> providers) {
		this.providers = providers;
	}

	@GetMapping("/")
	String home() {
		return "redirect:/console";
	}

	/** The form itself is taken by the security filters. */
	@GetMapping("/login")
	String signIn(@RequestParam(name = "out", required = false) @Nullable String out, Model model) {
		ProviderSignIn provider = providers.getIfAvailable();
		if (provider != null) {
			model.addAttribute("providers", provider.choices());
			model.addAttribute("elsewhere", (out != null && !out.isEmpty()) ? provider.signOut(out) : null);
		}
		return "console/login";
	}

}
