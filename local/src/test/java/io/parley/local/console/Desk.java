package io.parley.local.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.parley.local.up.ConsoleAccount;

/** A moderator at a browser. What the browser complains about is remembered. */
final class Desk implements AutoCloseable {

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final Pattern CONFLICT = Pattern.compile("status of 409|Status Error Code 409");

	private final String console;

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new CopyOnWriteArrayList<>();

	Desk(Chromium chromium, String moderationUrl, Browser.NewContextOptions options) {
		this.console = moderationUrl;
		this.context = chromium.browser().newContext(options);
		this.page = context.newPage();
		page.onConsoleMessage(message -> {
			// A conflict is told by its status, which the browser and htmx take for an
			// error.
			if (message.type().equals("error") && !CONFLICT.matcher(message.text()).find()) {
				complaints.add(message.text());
			}
		});
		page.onPageError(complaints::add);
	}

	static Browser.NewContextOptions wide() {
		return new Browser.NewContextOptions().setViewportSize(1440, 900).setColorScheme(ColorScheme.LIGHT);
	}

	Page page() {
		return page;
	}

	Desk go(String path) {
		ask(path);
		return this;
	}

	/** What the service answers to a page's address, whether or not there is one. */
	Response ask(String path) {
		return page.navigate(console + path);
	}

	/** An account that was just made is known within seconds. */
	Desk signIn(ConsoleAccount account) {
		await().pollInSameThread()
			.pollDelay(Duration.ZERO)
			.pollInterval(Duration.ofSeconds(5))
			.atMost(Duration.ofSeconds(60))
			.until(() -> isLetIn(account));
		return this;
	}

	private boolean isLetIn(ConsoleAccount account) {
		go("/console");
		page.getByLabel("Name").fill(account.name());
		page.getByLabel("Password").fill(account.password());
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
		page.waitForURL(address -> !address.equals(console + "/login"));
		return page.url().equals(console + "/console");
	}

	/** Loads the queue until it shows so many comments. */
	Desk queue(String query, int count) {
		return awaits("/console" + query, ".item", count);
	}

	/** Loads a page until it has so many elements. */
	Desk awaits(String path, String selector, int count) {
		await().pollInSameThread()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(go(path).page.locator(selector).count()).isEqualTo(count));
		return this;
	}

	/** Loads a page until one of its elements says this. */
	Desk awaits(String path, String selector, String text) {
		await().pollInSameThread()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(go(path).page.locator(selector).allInnerTexts()).contains(text));
		return this;
	}

	/** Nothing serious keeps people with disabilities out. */
	private void isAccessible() {
		List<Rule> serious = new AxeBuilder(page)
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
			.analyze()
			.getViolations()
			.stream()
			.filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
			.toList();
		assertThat(serious).as("what axe finds at " + page.url())
			.extracting(rule -> rule.getId() + ": " + rule.getNodes().stream().map(CheckedNode::getHtml).toList())
			.isEmpty();
	}

	/** Nothing is wider than the page. */
	private void fits() {
		assertThat((Boolean) page
			.evaluate("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"))
			.as("whether %s fits its width", page.url())
			.isTrue();
	}

	private void screenshot(String name) {
		page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
	}

	/** In every width and colour, each of which has to be accessible and to fit. */
	void screenshots(String name) {
		for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
			page.setViewportSize(1440, 900);
			screenshot(name + "-wide-" + scheme.name().toLowerCase(Locale.ROOT));
			isAccessible();
			fits();
			page.setViewportSize(390, 844);
			isAccessible();
			fits();
			screenshot(name + "-phone-" + scheme.name().toLowerCase(Locale.ROOT));
		}
		page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
		page.setViewportSize(1440, 900);
	}

	/** Neither scripts failed nor was anything refused by the page's policy. */
	void isWithoutComplaints() {
		assertThat(complaints).as("what the browser complained about").isEmpty();
	}

	@Override
	public void close() {
		context.close();
	}

}
