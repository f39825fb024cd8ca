package io.parley.local.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine; none is downloaded. */
final class Chromium implements AutoCloseable {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private final Playwright playwright;

	private final Browser browser;

	private Chromium(Path program) {
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = playwright.chromium()
			.launch(new LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	/** Skips the test, with the reason, if there is no browser. */
	static Chromium orSkip() {
		Optional<Path> program = program();
		Assumptions.assumeTrue(program.isPresent(),
				"There is no Chromium on the PATH (Debian: apt-get install chromium; or say PARLEY_CHROMIUM=/path/to/it)");
		return new Chromium(program.orElseThrow());
	}

	private static Optional<Path> program() {
		String told = System.getenv("PARLEY_CHROMIUM");
		if (told != null) {
			return Optional.of(Path.of(told));
		}
		return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
			.flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

	Browser browser() {
		return browser;
	}

	@Override
	public void close() {
		playwright.close();
	}

}
