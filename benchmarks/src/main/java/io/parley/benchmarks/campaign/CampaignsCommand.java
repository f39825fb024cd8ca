package io.parley.benchmarks.campaign;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToLongBiFunction;

import io.parley.benchmarks.Machine;
import io.parley.moderation.campaign.CampaignFold;
import io.parley.moderation.signal.MemoryKeyValues;
import io.parley.moderation.signal.TextObserved;
import io.parley.moderation.text.Imprint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley bench campaigns}. */
@Command(name = "campaigns", mixinStandardHelpOptions = true,
		description = {
				"Measures how many of 200 campaigns of 5 to 200 comments are found, by how they are paraphrased,",
				"among comments by 100,000 authors and 1,000 short texts that many send." })
public final class CampaignsCommand implements Callable<Integer> {

	@Option(names = "--comments", paramLabel = "N", defaultValue = "1000000",
			description = "comments beside those of campaigns (${DEFAULT-VALUE})")
	private int comments = 1_000_000;

	@Option(names = "--seed", paramLabel = "N", defaultValue = "1", description = "other numbers, other comments")
	private long seed = 1;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	private final Map<String, Integer> sent = new HashMap<>();

	private final Found found = new Found();

	private final MemoryKeyValues store = new MemoryKeyValues();

	private final CampaignFold fold = new CampaignFold(this.store);

	private long withImprint;

	private long imprintNanos;

	private long foldNanos;

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(Machine.describe());
		new Traffic(this.comments, this.seed).send(this::take);
		this.found.take(this.fold.quiet(this.comments * 1000L + Duration.ofHours(1).toMillis()));
		report(out);
		out.flush();
		return 0;
	}

	private void take(Traffic.Comment comment) {
		long begin = System.nanoTime();
		Imprint imprint = Imprint.of(comment.body());
		long read = System.nanoTime();
		this.imprintNanos += read - begin;
		String id = "c" + this.sent.size();
		this.sent.put(id, comment.campaign());
		if (imprint == null) {
			return;
		}
		this.withImprint++;
		TextObserved text = new TextObserved("site", id, 1, comment.author(), "thread",
				Instant.ofEpochMilli(comment.at()), imprint.written(), 0, Duration.ofHours(2));
		long observed = System.nanoTime();
		this.found.take(this.fold.on(text, comment.at()));
		this.found.take(this.fold.quiet(comment.at()));
		this.foldNanos += System.nanoTime() - observed;
	}

	private void report(PrintWriter out) {
		Found.Score score = this.found.score(this.sent);
		int[] sizes = new int[Traffic.CAMPAIGNS];
		this.sent.values().stream().filter(campaign -> campaign >= 0).forEach(campaign -> sizes[campaign]++);
		Map<Paraphrase, long[]> byLevel = new EnumMap<>(Paraphrase.class);
		for (int campaign = 0; campaign < Traffic.CAMPAIGNS; campaign++) {
			long[] counts = byLevel.computeIfAbsent(Traffic.levelOf(campaign), _ -> new long[2]);
			counts[0] += score.best().get(campaign);
			counts[1] += sizes[campaign];
		}
		byLevel.forEach((level, counts) -> out.println(String.format(Locale.ROOT, "%-28s recall %.2f%% of %d comments",
				level.words(), 100.0 * counts[0] / counts[1], counts[1])));
		out.println(String.format(Locale.ROOT, "precision %.3f%% of %d comments in campaigns of three authors or more",
				100.0 * score.right() / Math.max(1, score.all()), score.all()));
		out.println(String.format(Locale.ROOT,
				"%d comments, %d with an imprint; imprint %.1f µs, finding %.1f µs each; told %d times; %s",
				this.sent.size(), this.withImprint, this.imprintNanos / 1000.0 / this.sent.size(),
				this.foldNanos / 1000.0 / Math.max(1, this.withImprint), this.found.signals(), Machine.load()));
		out.println(String.format(Locale.ROOT, "%d comments are kept, %.0f bytes of state for each",
				kept("c/", (_, _) -> 1),
				(double) kept("", (key, bytes) -> key.length() + bytes.length) / Math.max(1, kept("c/", (_, _) -> 1))));
	}

	/** The sum over what is kept under keys that begin so. */
	private long kept(String prefix, ToLongBiFunction<String, byte[]> measure) {
		AtomicLong sum = new AtomicLong();
		this.store.scan(prefix, (key, bytes) -> sum.addAndGet(measure.applyAsLong(key, bytes)));
		return sum.get();
	}

}
