package io.parley.local.model;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

import io.parley.local.command.CommandFailure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley model train}: makes the model from the corpora. */
@Command(name = "train", mixinStandardHelpOptions = true,
		description = "Trains a model on a folder of corpora. The same corpora give the same file, byte for byte.")
final class TrainCommand implements Callable<Integer> {

	@Option(names = "--data", required = true, paramLabel = "DIR",
			description = "the folder with jigsaw.tsv.gz, civil.tsv.gz, twitter.tsv.gz and spam.tsv.gz")
	private Path data = Path.of("");

	@Option(names = "--out", required = true, paramLabel = "FILE", description = "where to write the model")
	private Path out = Path.of("");

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter tell = spec.commandLine().getOut();
		if (!Files.isDirectory(data)) {
			throw new CommandFailure("There is no folder " + data);
		}
		long start = System.nanoTime();
		TrainingTexts texts = new TrainingTexts(data, bad -> spec.commandLine().getErr().println(data + ": " + bad));
		List<Example> examples = new ArrayList<>(texts.training());
		examples.addAll(new Augmentation(new Wording(texts.training())).of(texts.training()));
		Training training = new Training(examples);
		tell.println(String.format(Locale.ROOT, "%d texts, %d with those made of them, %d features",
				texts.training().size(), examples.size(), training.features()));
		tell.flush();
		byte[] model = training.run(texts.fitting());
		try {
			Files.write(out, model);
		}
		catch (IOException failure) {
			throw new CommandFailure(out + " cannot be written: " + failure.getMessage());
		}
		tell.println("%s: %d bytes after %d s".formatted(out, model.length,
				Duration.ofNanos(System.nanoTime() - start).toSeconds()));
		return 0;
	}

}
