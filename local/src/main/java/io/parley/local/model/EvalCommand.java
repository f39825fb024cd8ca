package io.parley.local.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;

import io.parley.local.command.CommandFailure;
import io.parley.local.table.LabelledRow;
import io.parley.local.table.LabelledTable;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.classifier.ModelFileException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley model eval}: measures a model on labelled texts. */
@Command(name = "eval", mixinStandardHelpOptions = true,
		description = "Measures how well a model tells labelled texts apart. The last lines have the area under the"
				+ " ROC curve of each head that the file has labels for.")
final class EvalCommand implements Callable<Integer> {

	private static final List<String> LABELS = List.of("toxic", "insult", "hate", "obscene", "spam");

	@Option(names = "--data", required = true, paramLabel = "FILE.tsv.gz",
			description = "texts: columns text, one or more of toxic, insult, hate, obscene and spam, and if known"
					+ " source and split")
	private Path data = Path.of("");

	@Option(names = "--split", paramLabel = "NAME",
			description = "measure only rows of this split; a file without the column is taken whole")
	private @Nullable String split;

	@Option(names = "--source", paramLabel = "NAME", description = "measure only rows of this source")
	private @Nullable String source;

	@Option(names = "--model", paramLabel = "FILE", description = "the model (default: the one that comes with Parley)")
	private @Nullable Path model;

	@Option(names = "--ece", description = "also tell how far probabilities are from what is true, in 15 bins")
	private boolean calibration;

	@Option(names = "--prevalence", paramLabel = "SHARE",
			description = "weigh rows for --ece as if this share of all had the label")
	private @Nullable Double prevalence;

	@Option(names = "--identities", description = "also tell, for each kind of people that is named, how well harmless"
			+ " texts about them are told from harmful ones about others (BPSN)")
	private boolean identities;

	@Option(names = "--attacks", description = "also tell what is still found when the three strongest words of each"
			+ " text are disguised, at 5 %% false positives")
	private boolean attacks;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		Model measured = read(model);
		List<LabelledRow> rows = rows();
		List<String> last = new ArrayList<>();
		for (Head head : Head.values()) {
			String label = head.name().toLowerCase(Locale.ROOT);
			ScoredTexts scored = ScoredTexts.of(measured, head,
					rows.stream().filter(row -> row.labels().containsKey(label)).toList());
			if (scored.isEmpty()) {
				continue;
			}
			if (calibration) {
				out.println(String.format(Locale.ROOT, "%s ece=%.4f n=%d", label, scored.calibrationError(prevalence),
						scored.size()));
			}
			if (identities && head == Head.TOXIC) {
				Identities.of(scored).lines().forEach(out::println);
			}
			if (attacks) {
				AttackRecall.lines(measured, scored).forEach(out::println);
			}
			last.add(String.format(Locale.ROOT, "%s auc=%.4f n=%d", label, scored.area(), scored.size()));
		}
		if (last.isEmpty()) {
			throw new CommandFailure(data + " has no rows with labels" + (split != null ? " in split " + split : "")
					+ (source != null ? " of source " + source : ""));
		}
		last.forEach(out::println);
		return 0;
	}

	private List<LabelledRow> rows() {
		List<LabelledRow> rows = new ArrayList<>();
		Set<String> splits = new TreeSet<>();
		LabelledTable.read(data, LABELS, row -> {
			splits.add(row.split());
			if ((split == null || row.split().isEmpty() || row.split().equals(split))
					&& (source == null || row.source().equals(source))) {
				rows.add(row);
			}
		}, bad -> spec.commandLine().getErr().println(data + ": " + bad));
		if (rows.isEmpty()) {
			throw new CommandFailure(data + " has no such rows; its splits are: " + String.join(", ", splits));
		}
		return rows;
	}

	/** Reads a model, or the one that comes with Parley. */
	private static Model read(@Nullable Path file) {
		if (file == null) {
			return Model.shipped();
		}
		try (InputStream bytes = Files.newInputStream(file)) {
			return Model.read(bytes);
		}
		catch (ModelFileException unusable) {
			throw new CommandFailure(file + " cannot be used: " + unusable.getMessage());
		}
		catch (NoSuchFileException missing) {
			throw new CommandFailure("There is no file " + file);
		}
		catch (IOException failure) {
			throw new CommandFailure(file + " cannot be read: " + failure.getMessage());
		}
	}

}
