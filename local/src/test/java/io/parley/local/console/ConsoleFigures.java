package io.parley.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/**
 * What a browser measures at the console. Only run when it is asked for by name, for it
 * asserts no time.
 */
class ConsoleFigures {

	/** As many as the first page of the queue shows, so that each key finds its next. */
	private static final int DECISIONS = 50;

	private static final int VISITS = 15;

	@Test
	void weighs_pages_and_times_decisions(@TempDir Path data) throws Exception {
		PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
		try (Newsroom newsroom = Newsroom.openOrSkip(data)) {
			String id = "";
			for (int i = 0; i < DECISIONS; i++) {
				id = newsroom.hold("reader" + i,
						"Who pays for bridge number %d? See https://a%d.example.org and https://b%d.example.org"
							.formatted(i, i, i),
						"bridges");
			}
			try (Desk desk = newsroom.desk().signIn(newsroom.admin()).awaits("/console", ".item", DECISIONS)) {
				for (String path : List.of("/console", "/console/live", "/console/decisions", "/console/comments/" + id,
						"/console/campaigns", "/console/policy", "/console/audit")) {
					visit(desk, path);
				}
				decide(desk);
				desk.isWithoutComplaints();
			}
		}
	}

	private static void visit(Desk desk, String path) {
		Page page = desk.page();
		List<Double> first = new ArrayList<>();
		List<Double> painted = new ArrayList<>();
		List<Double> loaded = new ArrayList<>();
		double bytes = 0;
		for (int visit = 0; visit < VISITS; visit++) {
			desk.go(path);
			Map<?, ?> seen = (Map<?, ?>) Objects.requireNonNull(page.evaluate("""
					() => new Promise(done => {
						const look = () => {
							const paint = performance.getEntriesByName('first-contentful-paint')[0];
							const page = performance.getEntriesByType('navigation')[0];
							if (!paint || !page.loadEventEnd) { setTimeout(look, 20); return; }
							const parts = performance.getEntriesByType('resource');
							done({
								first: page.responseStart - page.requestStart,
								painted: paint.startTime,
								loaded: page.loadEventEnd,
								bytes: parts.reduce((sum, part) => sum + part.encodedBodySize, page.encodedBodySize)
							});
						};
						look();
					})"""));
			// Before that, compilers and caches are measured.
			if (visit >= VISITS / 3) {
				first.add(number(seen.get("first")));
				painted.add(number(seen.get("painted")));
				loaded.add(number(seen.get("loaded")));
			}
			bytes = number(seen.get("bytes"));
		}
		say(String.format(Locale.ROOT, "%-28s %.0f kB, first byte %s, first paint %s, loaded %s",
				path.replaceAll("[0-9a-f-]{36}", "ID"), bytes / 1000, words(first), words(painted), words(loaded)));
	}

	private static void decide(Desk desk) {
		Page page = desk.go("/console").page();
		page.evaluate("""
				() => {
					window.rounds = [];
					let pressed = 0;
					let id = null;
					document.addEventListener('keydown', event => {
						if (event.key !== 'a') { return; }
						pressed = performance.now();
						id = document.querySelector('a.open[aria-current]').parentElement.id;
					}, true);
					new MutationObserver(() => {
						if (id && !document.getElementById(id)) {
							window.rounds.push(performance.now() - pressed);
							id = null;
						}
					}).observe(document.body, { childList: true, subtree: true });
				}""");
		page.keyboard().press("j");
		for (int decision = 0; decision < DECISIONS - 1; decision++) {
			String comment = String
				.valueOf(page.locator("a.open[aria-current]").locator("..").getAttribute("data-comment"));
			assertThat(page.locator("#detail article[data-comment='" + comment + "'] .decide")).isVisible();
			page.keyboard().press("a");
			assertThat(page.locator("#q-" + comment)).hasCount(0);
		}
		List<Double> rounds = ((List<?>) Objects.requireNonNull(page.evaluate("() => window.rounds"))).stream()
			.map(ConsoleFigures::number)
			.toList();
		say(rounds.size() + " decisions, from the key to the row gone: " + words(rounds));
	}

	private static double number(@Nullable Object value) {
		return ((Number) Objects.requireNonNull(value)).doubleValue();
	}

	private static String words(List<Double> millis) {
		List<Double> sorted = millis.stream().sorted().toList();
		return String.format(Locale.ROOT, "p50 %.0f p95 %.0f ms", sorted.get(sorted.size() / 2),
				sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1));
	}

	private static void say(String line) {
		System.out.println(line);
	}

}
