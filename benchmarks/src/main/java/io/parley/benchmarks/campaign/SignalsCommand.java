package io.parley.benchmarks.campaign;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.parley.benchmarks.Machine;
import io.parley.benchmarks.data.MadeUpWords;
import io.parley.benchmarks.service.MeasuredParley;
import io.parley.contract.Json;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./parley bench signals}. */
@Command(name = "signals", mixinStandardHelpOptions = true,
		description = { "Measures how long after the comment that makes a campaign the earlier ones are decided again,",
				"whichever moderation service has them." })
public final class SignalsCommand implements Callable<Integer> {

	/** The default policy holds what three authors send. */
	private static final int AUTHORS = 3;

	private static final int WORDS = 40;

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Duration LOOK = Duration.ofMillis(10);

	@Option(names = "--campaigns", paramLabel = "N", defaultValue = "100",
			description = "one after the other (${DEFAULT-VALUE})")
	private int campaigns;

	@Option(names = "--moderation", paramLabel = "N", defaultValue = "2",
			description = "how many moderation services (${DEFAULT-VALUE})")
	private int moderationInstances;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	private final HttpClient http = HttpClient.newHttpClient();

	@Override
	public Integer call() throws IOException, InterruptedException {
		if (this.campaigns < 1 || this.moderationInstances < 1) {
			throw new ParameterException(this.spec.commandLine(), "--campaigns and --moderation have to be 1 or more");
		}
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(Machine.describe());
		Histogram again = new Histogram(3);
		int atOnce = 0;
		int missed = 0;
		MadeUpWords words = new MadeUpWords();
		Random random = new Random(1);
		try (MeasuredParley parley = MeasuredParley.start(List.of(), this.moderationInstances)) {
			Platform platform = new Platform(parley.runFile().commentsUrl(), parley.runFile().platformKey());
			// The first ones are the compilers'.
			for (int campaign = -this.campaigns / 5; campaign < this.campaigns; campaign++) {
				String text = String.join(" ", words.text(WORDS, random)) + '.';
				List<String> earlier = new ArrayList<>();
				for (int author = 1; author < AUTHORS; author++) {
					JsonNode comment = platform.post("reader-" + random.nextInt(1_000_000), text);
					if (comment.path("status").asString("").equals("APPROVED")) {
						earlier.add(comment.path("id").asString(""));
					}
				}
				long begin = System.nanoTime();
				JsonNode last = platform.post("reader-" + random.nextInt(1_000_000), text);
				List<Long> micros = platform.heldAfter(earlier, begin);
				if (campaign >= 0) {
					micros.forEach(again::recordValue);
					missed += earlier.size() - micros.size();
					atOnce += last.path("status").asString("").equals("HELD") ? 1 : 0;
				}
			}
		}
		out.println(String.format(Locale.ROOT,
				"%d earlier comments decided again after p50 %d ms, p99 %d ms, at most %d ms; %d not within %d s; "
						+ "%d of %d last comments held at once (%s)",
				again.getTotalCount(), again.getValueAtPercentile(50) / 1000, again.getValueAtPercentile(99) / 1000,
				again.getMaxValue() / 1000, missed, PATIENCE.toSeconds(), atOnce, this.campaigns, Machine.load()));
		out.flush();
		return 0;
	}

	/** A blog's view of the comment service. */
	private final class Platform {

		private final String service;

		private final String key;

		private Platform(String service, String key) {
			this.service = service;
			this.key = key;
		}

		private JsonNode post(String author, String text) throws IOException, InterruptedException {
			String body = Json.MAPPER.writeValueAsString(
					Map.of("thread", Map.of("id", "summit"), "author", Map.of("id", author), "body", text));
			return answer(request("/v1/comments").header("Prefer", "wait=10")
				.header("Content-Type", "application/json")
				.POST(BodyPublishers.ofString(body)));
		}

		/**
		 * How long it took until each was held, in microseconds; without those that never
		 * were.
		 */
		private List<Long> heldAfter(List<String> comments, long begin) throws IOException, InterruptedException {
			List<String> open = new ArrayList<>(comments);
			List<Long> micros = new ArrayList<>();
			while (!open.isEmpty() && System.nanoTime() - begin < PATIENCE.toNanos()) {
				for (String comment : List.copyOf(open)) {
					if (answer(request("/v1/comments/" + comment)).path("status").asString("").equals("HELD")) {
						open.remove(comment);
						micros.add((System.nanoTime() - begin) / 1000);
					}
				}
				TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
			}
			return micros;
		}

		private HttpRequest.Builder request(String path) {
			return HttpRequest.newBuilder(URI.create(this.service + path))
				.header("Authorization", "Bearer " + this.key);
		}

		private JsonNode answer(HttpRequest.Builder request) throws IOException, InterruptedException {
			HttpResponse<String> answer = SignalsCommand.this.http.send(request.build(), BodyHandlers.ofString());
			if (answer.statusCode() / 100 != 2) {
				throw new IllegalStateException("The comment service answers " + answer.body());
			}
			return Json.MAPPER.readTree(answer.body());
		}

	}

}
