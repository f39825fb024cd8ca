package io.parley.moderation.console;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.parley.contract.Json;
import io.parley.moderation.rollout.PublishedPolicies;
import io.parley.moderation.statistics.Figures;
import io.parley.moderation.statistics.Figures.RuleFigures;
import io.parley.moderation.statistics.LiveFigures;
import io.parley.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What happens now, and what the policy's rules do. */
@ConsolePage
class LivePages {

	private static final Logger log = LoggerFactory.getLogger(LivePages.class);

	private static final int MOST_VIEWERS = 200;

	private static final int MOST_RULES = 1000;

	/** A stream ends after this, so that who has been signed out meanwhile is noticed. */
	private static final Duration STREAM = Duration.ofMinutes(5);

	private final LiveFigures live;

	private final PublishedPolicies policies;

	private final Clock clock;

	private final Set<SseEmitter> viewers = ConcurrentHashMap.newKeySet();

	LivePages(LiveFigures live, PublishedPolicies policies, Clock clock) {
		this.live = live;
		this.policies = policies;
		this.clock = clock;
	}

	@GetMapping("/console/live")
	String live(Model model) {
		Figures figures = live.now();
		model.addAttribute("figures", figures);
		model.addAttribute("json", Json.MAPPER.writeValueAsString(figures));
		return "console/live";
	}

	@GetMapping(path = "/console/live/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter stream() {
		if (viewers.size() >= MOST_VIEWERS) {
			throw ProblemException.of(HttpStatus.SERVICE_UNAVAILABLE, "too-many-viewers",
					"Too many pages watch already. Load the page again later.");
		}
		SseEmitter viewer = new SseEmitter(STREAM.toMillis());
		viewer.onCompletion(() -> viewers.remove(viewer));
		viewer.onTimeout(viewer::complete);
		viewer.onError(_ -> viewers.remove(viewer));
		viewers.add(viewer);
		return viewer;
	}

	/** Asked for once and written once, for all viewers. */
	@Scheduled(fixedDelayString = "2s")
	void tell() {
		if (viewers.isEmpty()) {
			return;
		}
		Figures figures;
		try {
			figures = live.now();
		}
		catch (DataAccessException away) {
			log.debug("The figures cannot be read at present", away);
			return;
		}
		String json = Json.MAPPER.writeValueAsString(figures);
		viewers.forEach(viewer -> send(viewer, json));
	}

	private void send(SseEmitter viewer, String json) {
		try {
			viewer.send(SseEmitter.event().name("figures").data(json, MediaType.TEXT_PLAIN));
		}
		catch (IOException | IllegalStateException _) {
			viewers.remove(viewer);
		}
	}

	@GetMapping("/console/policy")
	String policy(Model model) {
		Map<String, RuleFigures> counted = live.rules(clock.instant(), MOST_RULES)
			.stream()
			.collect(Collectors.toMap(RuleFigures::rule, Function.identity()));
		model.addAttribute("policy", policies.inForce());
		model.addAttribute("counted", counted);
		return "console/policy";
	}

}
