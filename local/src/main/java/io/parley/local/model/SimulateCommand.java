package io.parley.local.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.parley.local.command.CommandFailure;
import io.parley.local.table.LabelledRow;
import io.parley.local.table.LabelledTable;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley model simulate}: what reviews would teach a site. */
@Command(name = "simulate", mixinStandardHelpOptions = true,
		description = "Lets made-up moderators, honest and not, review half of a file of labelled texts, and tells how"
				+ " well the model, corrected by what they teach, tells the other half apart.")
final class SimulateCommand implements Callable<Integer> {

	@Option(names = "--data", required = true, paramLabel = "FILE.tsv.gz",
			description = "texts: columns text and that of the head, and if known split")
	private Path data = Path.of("");

	@Option(names = "--split", paramLabel = "NAME", description = "only rows of this split")
	private @Nullable String split;

	@Option(names = "--head", paramLabel = "HEAD", description = "toxic (if not told), insult, hate, obscene or spam")
	private String label = "toxic";

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		Head head = Arrays.stream(Head.values())
			.filter(each -> each.name().toLowerCase(Locale.ROOT).equals(label))
			.findFirst()
			.orElseThrow(() -> new CommandFailure("There is no head '" + label + "'"));
		List<LabelledRow> rows = new ArrayList<>();
		LabelledTable.read(data, List.of(label), row -> {
			if ((split == null || row.split().isEmpty() || row.split().equals(split))
					&& row.labels().containsKey(label)) {
				rows.add(row);
			}
		}, bad -> spec.commandLine().getErr().println(data + ": " + bad));
		if (rows.isEmpty()) {
			throw new CommandFailure(data + " has no rows with labels");
		}
		new ReviewSimulation(head, ScoredTexts.of(Model.shipped(), head, rows).texts()).lines()
			.forEach(spec.commandLine().getOut()::println);
		return 0;
	}

}
