package io.parley.local.dlt;

import java.io.PrintWriter;
import java.util.concurrent.Callable;

import org.apache.kafka.common.header.Header;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley dlt show}. */
@Command(name = "show", mixinStandardHelpOptions = true,
		description = "Shows a dead letter as a whole: its headers, key and value, a reader's text included.")
final class ShowCommand implements Callable<Integer> {

	@Mixin
	private final Brokers brokers = new Brokers();

	@Parameters(paramLabel = "POSITION", converter = PositionConverter.class,
			description = "as list prints it: comments.dlt-3@17")
	private Position position = Position.parse("comments.dlt-0@0");

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		try (DeadLetterLog log = new DeadLetterLog(this.brokers.consumer())) {
			DeadLetter letter = log.at(this.position);
			out.printf("position  %s%ntime      %s%nwas       %s%nreason    %s%nkey       %s%n", letter.position(),
					letter.time(), Printable.of(letter.origin(), false), Printable.of(letter.reason(), false),
					Printable.of(letter.key(), false));
			for (Header header : letter.message().headers()) {
				out.printf("header    %s: %s%n", Printable.of(header.key(), false),
						Printable.of(DeadLetter.textOf(header.value()), false));
			}
			out.println();
			out.println(Printable.of(DeadLetter.textOf(letter.message().value()), true));
			out.flush();
		}
		return 0;
	}

}
