package io.parley.benchmarks.console;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.parley.benchmarks.Machine;
import io.parley.benchmarks.service.MeasuredParley;
import io.parley.benchmarks.service.PostLoad;
import io.parley.benchmarks.service.Usage;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley bench console}. */
@Command(name = "console", mixinStandardHelpOptions = true,
		description = {
				"Measures how quickly pages of a long queue and decisions are answered, and what open live pages",
				"cost the moderation service while comments come." })
public final class ConsoleCommand implements Callable<Integer> {

	private static final int CONNECTIONS = 16;

	/** Of the links of a queue's page to its comments. */
	private static final Pattern COMMENT = Pattern.compile("data-comment=\"(made-\\d+)\"");

	private static final Pattern NEXT = Pattern.compile("href=\"(/console\\?[^\"]*after=[^\"]*)\"");

	@Option(names = "--queue", paramLabel = "N", defaultValue = "100000",
			description = "held comments (${DEFAULT-VALUE})")
	private int queue;

	@Option(names = "--requests", paramLabel = "N", defaultValue = "200",
			description = "of each page, and decisions (${DEFAULT-VALUE})")
	private int requests;

	@Option(names = "--viewers", paramLabel = "N", defaultValue = "10",
			description = "of the live page (${DEFAULT-VALUE})")
	private int viewers;

	@Option(names = "--rate", paramLabel = "N", defaultValue = "500",
			description = "comments a second meanwhile (${DEFAULT-VALUE})")
	private double rate;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "30",
			description = "of each phase with comments (${DEFAULT-VALUE})")
	private int seconds;

	@Option(names = "--jvm", paramLabel = "OPTION", description = "more options of the services' JVMs")
	private List<String> jvm = List.of();

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws IOException, InterruptedException, SQLException {
		say(Machine.describe());
		try (MeasuredParley parley = MeasuredParley.start(this.jvm)) {
			try (Connection database = parley.moderation()) {
				LongQueue.fill(database, this.queue);
			}
			try (Moderator moderator = Moderator.signIn(parley.runFile().moderationUrl(),
					parley.installation().consoleAccount())) {
				say("A queue of %,d comments (%s)".formatted(this.queue, Machine.load()));
				page("its first page", "/console", moderator);
				page("a page further on", further(moderator), moderator);
				page("of a rule that held one of a thousand", "/console?rule=rare", moderator);
				page("of a thread", "/console?thread=article-7", moderator);
				page("decisions of words that few have", "/console/decisions?text=77777", moderator);
				decisions(moderator);
				live(parley, moderator);
			}
		}
		return 0;
	}

	private void page(String name, String path, Moderator moderator) throws IOException, InterruptedException {
		Histogram first = new Histogram(3);
		int size = 0;
		// The first ones are the compilers'.
		for (int request = -this.requests / 4; request < this.requests; request++) {
			Moderator.Answer answer = moderator.get(path);
			if (answer.status() != 200) {
				throw new IllegalStateException(path + " answers " + answer.status());
			}
			size = answer.size();
			if (request >= 0) {
				first.recordValue(answer.firstMicros());
			}
		}
		say(String.format(Locale.ROOT, "  %-40s first byte %s, %,d bytes (%s)", name, words(first), size,
				Machine.load()));
	}

	private static String further(Moderator moderator) throws IOException, InterruptedException {
		Matcher next = NEXT.matcher(moderator.get("/console").text());
		if (!next.find()) {
			throw new IllegalStateException("The queue has one page only");
		}
		return next.group(1).replace("&amp;", "&");
	}

	/** A comment is opened, then decided about: two requests, the second one counts. */
	private void decisions(Moderator moderator) throws IOException, InterruptedException {
		Histogram opened = new Histogram(3);
		Histogram decided = new Histogram(3);
		while (decided.getTotalCount() < this.requests) {
			Matcher comment = COMMENT.matcher(moderator.get("/console").text());
			while (comment.find() && decided.getTotalCount() < this.requests) {
				String id = comment.group(1);
				opened.recordValue(answered(moderator.post("/console/queue/" + id + "/open", Map.of())));
				decided.recordValue(answered(moderator.post("/console/comments/" + id + "/decide",
						Map.of("revision", "1", "ordinal", "1", "verdict", "APPROVE"))));
			}
		}
		say(String.format(Locale.ROOT, "  %-40s %s", "a comment is opened", words(opened)));
		say(String.format(Locale.ROOT, "  %-40s %s (%s)", "a decision is answered", words(decided), Machine.load()));
	}

	private static long answered(Moderator.Answer answer) {
		if (answer.status() != 200) {
			throw new IllegalStateException("A decision was answered by " + answer.status() + ": " + answer.text());
		}
		return answer.micros();
	}

	private void live(MeasuredParley parley, Moderator moderator) throws IOException, InterruptedException {
		PostLoad load = new PostLoad(URI.create(parley.runFile().commentsUrl()), parley.runFile().platformKey());
		cost(parley, load);
		double alone = cost(parley, load);
		double watched;
		long bytes;
		try (Viewers pages = new Viewers()) {
			pages.open(moderator, "/console/live/stream", this.viewers);
			watched = cost(parley, load);
			bytes = pages.bytes();
		}
		say(String.format(Locale.ROOT,
				"%,.0f comments/s asked for: moderation service %.1f %% of a processor, with %d live pages %.1f %%: "
						+ "%.2f %% for each, %,d bytes/s each (%s)",
				this.rate, alone, this.viewers, watched, (watched - alone) / this.viewers,
				bytes / this.viewers / this.seconds, Machine.load()));
	}

	/** Percent of a processor that the moderation service takes while comments come. */
	private double cost(MeasuredParley parley, PostLoad load) throws InterruptedException {
		long pid = parley.installation().moderationService(0).pid();
		Usage before = Usage.of(pid);
		long begin = System.nanoTime();
		var _ = load.atRate(CONNECTIONS, Duration.ofSeconds(this.seconds), this.rate);
		double elapsed = (System.nanoTime() - begin) / 1e9;
		return Usage.of(pid).cpu().minus(before.cpu()).toNanos() / 1e7 / elapsed;
	}

	private static String words(Histogram micros) {
		return String.format(Locale.ROOT, "p50 %.1f ms, p95 %.1f ms", micros.getValueAtPercentile(50) / 1e3,
				micros.getValueAtPercentile(95) / 1e3);
	}

	private void say(String line) {
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(line);
		out.flush();
	}

}
