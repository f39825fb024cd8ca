package io.parley.local.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Moderators at work, with a browser, on a whole installation. */
class ConsoleIT {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final List<String> VIEWS = List.of("The minister should read the treaty before she signs",
			"Nobody asked the fishermen what a ceasefire at sea means",
			"Interpreters do the hardest work at such a table", "Grain prices tell more than any communique",
			"My grandfather waited at that border for three weeks",
			"Ask who pays for the reconstruction of the bridges", "Prisoners first, maps later, that worked in 1994",
			"Translations of the draft differ in article four", "The photographers were sent out, which is a good sign",
			"Hospitals near the river still have no current", "A neutral observer would have counted the trucks",
			"Both delegations stay in one hotel, of all places");

	@TempDir
	static Path data;

	private static Newsroom newsroom;

	@BeforeAll
	static void open() throws Exception {
		newsroom = Newsroom.openOrSkip(data);
		PlaywrightAssertions.setDefaultAssertionTimeout(60_000);
	}

	@AfterAll
	static void close() {
		if (newsroom != null) {
			newsroom.close();
		}
	}

	@Test
	void a_moderator_decides_ten_comments_by_keyboard_and_undoes_one() throws Exception {
		List<String> held = new ArrayList<>();
		for (String view : VIEWS) {
			int number = held.size();
			held.add(newsroom.hold("reader" + number, view + links("keys" + number), "keys"));
		}
		try (Desk desk = newsroom.desk().signIn(newsroom.admin()).queue("?thread=keys", VIEWS.size())) {
			Page page = desk.page();
			Locator items = page.locator(".item");

			page.keyboard().press("j");
			for (String key : List.of("a", "r", "e", "a", "a", "r", "a", "r", "a", "a")) {
				String id = String
					.valueOf(page.locator("a.open[aria-current]").locator("..").getAttribute("data-comment"));
				assertThat(page.locator("#detail article[data-comment='" + id + "'] .decide")).isVisible();
				page.keyboard().press(key);
				assertThat(page.locator("#q-" + id)).hasCount(0);
			}
			assertThat(items).hasCount(2);
			page.keyboard().press("u");

			assertThat(items).hasCount(3);
			await().atMost(PATIENCE)
				.untilAsserted(() -> assertThat(verdicts(held)).isEqualTo(Map.of("MODERATOR APPROVE", 5L,
						"MODERATOR REJECT", 3L, "MODERATOR HOLD", 1L, "RULES HOLD", 3L)));
			desk.isWithoutComplaints();
		}
	}

	@Test
	@Tag("thorough")
	void of_two_moderators_one_decides_and_the_other_is_told() throws Exception {
		String id = newsroom.hold("claimant", "Read this first." + links("claim"), "claim");
		try (Desk desk = newsroom.desk().signIn(newsroom.admin()).queue("?thread=claim", 1);
				Desk other = newsroom.desk().signIn(newsroom.moderator("bo")).queue("?thread=claim", 1)) {
			Page page = desk.page();
			Page otherPage = other.page();

			page.keyboard().press("j");
			assertThat(page.locator(".decide button.approve")).isEnabled();

			assertThat(otherPage.locator(".taken")).hasText("desk looks at it");
			otherPage.keyboard().press("j");
			assertThat(otherPage.locator("#detail .notice")).containsText("desk is looking at this comment");
			assertThat(otherPage.locator(".decide button.approve")).isDisabled();

			// Bo opens it when it is free, and is too slow.
			desk.go("/console/decisions");
			newsroom.letClaimsExpire();
			other.go("/console/comments/" + id);
			desk.go("/console/comments/" + id);
			page.locator(".decide button.reject").click();
			assertThat(page.locator(".message.undo")).isVisible();
			otherPage.locator(".decide button.approve").click();

			assertThat(otherPage.locator(".message.bad")).containsText("desk has decided meanwhile: rejected");
			await().atMost(PATIENCE).until(() -> newsroom.verdict(id).equals("REJECT"));
			desk.isWithoutComplaints();
			other.isWithoutComplaints();
		}
	}

	@Test
	void new_comments_are_announced_and_move_nothing() throws Exception {
		newsroom.hold("early", "I was here first." + links("early"), "live");
		try (Desk desk = newsroom.desk().signIn(newsroom.admin()).queue("?thread=live", 1)) {
			Page page = desk.page();

			newsroom.hold("late", "Sorry for being late." + links("late"), "live");

			assertThat(page.locator("#news a")).containsText("1 new comment");
			assertThat(page.locator(".item")).hasCount(1);
			page.locator("#news a").click();
			assertThat(page.locator(".item")).hasCount(2);
			desk.isWithoutComplaints();
		}
	}

	@Test
	void the_live_page_changes_while_comments_come() throws Exception {
		newsroom.hold("first", "Here is where it is told." + links("watched"), "watched");
		try (Desk desk = newsroom.desk()
			.signIn(newsroom.admin())
			.awaits("/console/live", "#rules tr th", "newcomer-links")) {
			assertThat(desk.page().locator("#as-of-text")).containsText("live");
			Locator hits = desk.page()
				.locator("#rules tr",
						new Page.LocatorOptions()
							.setHas(desk.page().locator("th", new Page.LocatorOptions().setHasText("newcomer-links"))))
				.locator("td")
				.nth(1);
			int before = number(hits.innerText());

			for (int i = 0; i < 4; i++) {
				newsroom.hold("watched" + i, "And here as well." + links("watched" + i), "watched");
			}

			await().pollInSameThread().atMost(PATIENCE).until(() -> number(hits.innerText()) >= before + 4);
			assertThat(desk.page().locator("#verdicts canvas")).isVisible();
			desk.isWithoutComplaints();
		}
	}

	@Test
	@Tag("thorough")
	void who_is_shut_out_is_let_in_again() throws Exception {
		newsroom.post("vandal", "Good evening to all who write here.", "closed-post");
		newsroom.close("closed-post");
		try (Desk desk = newsroom.desk()
			.signIn(newsroom.admin())
			.awaits("/console/decisions?author=blog%2Fvandal", "tbody tr", 1)) {
			Page page = desk.page();
			desk.go("/console/authors?key=blog%2Fvandal");
			page.getByLabel("What").selectOption("BAN");
			page.getByLabel("How long").selectOption("ever");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Apply")).click();
			assertThat(page.locator(".message.undo")).isVisible();

			desk.awaits("/console/restrictions", "tbody tr", 2);
			assertThat(page.locator("tbody").first()).containsText("vandal");
			assertThat(page.locator("tbody").last()).containsText("Two glasses, one bill");
			desk.screenshots("restrictions");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open again")).click();
			assertThat(page.locator(".undo-line")).containsText("Undo");
			desk.awaits("/console/restrictions", "tbody tr", 1);
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Let in again")).click();
			assertThat(page.locator(".undo-line")).containsText("Undo");

			desk.awaits("/console/restrictions", "tbody tr", 0).isWithoutComplaints();
		}
	}

	@Test
	@Tag("thorough")
	void a_campaign_is_rejected_as_one_thing() throws Exception {
		String text = "Neighbours, the council has sold the meadow behind the harbour, and the children of our "
				+ "quarter will have nowhere to play. Write to the mayor before Friday, he reads letters! ";
		List<String> members = new ArrayList<>();
		for (String name : List.of("Piet", "Mila", "Oskar")) {
			members.add(newsroom.post(name, text + name, "meadow").path("id").asString());
		}
		await().atMost(PATIENCE).untilAsserted(() -> haveAll("HOLD", members));
		try (Desk desk = newsroom.desk().signIn(newsroom.admin()).queue("?thread=meadow", members.size())) {
			Page page = desk.page();
			desk.awaits("/console/campaigns", "tbody tr", 1);
			desk.screenshots("campaigns");
			page.locator("tbody tr a").click();
			assertThat(page.locator("h1")).hasText("Campaign of 3 authors");
			desk.screenshots("campaign");

			page.locator("button.reject").click();

			assertThat(page.locator(".undo-line")).containsText("Undo");
			await().atMost(PATIENCE).untilAsserted(() -> haveAll("REJECT", members));
			desk.queue("?thread=meadow", 0).isWithoutComplaints();
		}
	}

	@Test
	void what_readers_write_cannot_break_the_page() throws Exception {
		List<String> hostile = List.of("<script>window.broken=1</script><img src=x onerror=window.broken=1>",
				"\u202Eelbadaer ton si siht\u2066 and \u200Bhidden\u00AD", "w".repeat(9_900),
				"${7*7} [[${7*7}]] {{7*7}} \"'><b>");
		List<String> ids = new ArrayList<>();
		for (String body : hostile) {
			ids.add(newsroom.hold("hostile" + ids.size(), body + links("x"), "hostile"));
		}
		try (Desk desk = newsroom.desk().signIn(newsroom.admin()).queue("?thread=hostile", hostile.size())) {
			Locator body = desk.page().locator(".body").first();
			desk.screenshots("hostile");
			for (String id : ids) {
				desk.go("/console/comments/" + id).screenshots("hostile-comment");
			}
			desk.go("/console/comments/" + ids.get(1));
			assertThat(body).containsText("U+202E");
			assertThat(body).containsText("U+200B");
			desk.go("/console/comments/" + ids.get(3));
			assertThat(body).containsText("${7*7} [[${7*7}]] {{7*7}}");
			assertThat(desk.page().evaluate("() => window.broken")).isNull();
			desk.isWithoutComplaints();
		}
	}

	@Test
	void an_address_that_no_page_knows_is_told_in_plain_words() throws Exception {
		try (Desk desk = newsroom.desk().signIn(newsroom.admin())) {
			Map<String, Integer> statuses = new TreeMap<>();
			Map<String, Integer> addresses = Map.of("/console/campaigns?status=X", 400, "/console/authors", 400,
					"/console/comments/nothing", 404, "/console/nowhere", 404);
			for (String address : addresses.keySet()) {
				Response answer = desk.ask(address);
				statuses.put(address, answer.status());
				assertThat(answer.text()).as(address)
					.contains("<h1", "</html>")
					.doesNotContain("Exception", "fault of Parley");
			}

			assertThat(statuses).isEqualTo(addresses);
		}
	}

	@Test
	void without_javascript_comments_are_read_and_decided() throws Exception {
		String id = newsroom.hold("plain", "I use a very old browser." + links("plain"), "plain");
		try (Desk desk = newsroom.plainDesk().signIn(newsroom.admin()).queue("?thread=plain", 1)) {
			Page page = desk.page();
			page.locator(".item a").click();
			assertThat(page.locator(".body").first()).containsText("one.example.org/plain");
			assertThat(page.locator("mark").first()).isVisible();

			page.locator(".decide button.approve").click();

			assertThat(page.locator(".undo-line")).containsText("Undo");
			await().atMost(PATIENCE).until(() -> newsroom.verdict(id).equals("APPROVE"));
		}
	}

	@Test
	@Tag("thorough")
	void every_page_is_accessible_and_fits_any_screen() throws Exception {
		String id = newsroom.hold("ada", "It is explained here, in plain words." + links("a"), "pages");
		newsroom.hold("tom", "WHY DOES NOBODY TALK ABOUT THE ENERGY PRICES IN THIS ARTICLE AT ALL?!", "pages");
		try (Desk desk = newsroom.desk()) {
			Page page = desk.page();
			desk.go("/login").screenshots("sign-in");
			desk.signIn(newsroom.admin()).queue("?thread=pages", 2);
			page.keyboard().press("j");
			assertThat(page.locator("#detail .decide")).isVisible();
			desk.screenshots("queue");
			page.keyboard().press("?");
			assertThat(page.locator("dialog")).isVisible();
			desk.screenshots("keys");
			desk.go("/console/comments/" + id).screenshots("comment");
			desk.go("/console/decisions?text=energy+prices");
			assertThat(page.locator("tbody tr")).hasCount(1);
			desk.screenshots("decisions");
			desk.go("/console/authors?key=blog%2Fada").screenshots("author");
			desk.go("/console/queue/all?thread=pages").screenshots("decide-many");
			desk.go("/console/audit").screenshots("audit");
			desk.go("/console/live").screenshots("live");
			desk.go("/console/policy").screenshots("policy");
			desk.isWithoutComplaints();
		}
	}

	private static String links(String page) {
		return " https://one.example.org/%1$s https://two.example.org/%1$s".formatted(page);
	}

	private static int number(String text) {
		return Integer.parseInt(text.replace(",", "").strip());
	}

	private static void haveAll(String verdict, List<String> ids) throws Exception {
		for (String id : ids) {
			assertThat(newsroom.verdict(id)).isEqualTo(verdict);
		}
	}

	private static Map<String, Long> verdicts(List<String> ids) throws Exception {
		List<String> verdicts = new ArrayList<>();
		for (String id : ids) {
			var decision = newsroom.decision(id);
			verdicts.add(decision.path("source").asString("") + " " + decision.path("verdict").asString(""));
		}
		return new TreeMap<>(verdicts.stream().collect(groupingBy(verdict -> verdict, counting())));
	}

}
