package io.parley.local.dlt;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley dlt list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the newest dead letters, one a line.")
final class ListCommand implements Callable<Integer> {

	@Mixin
	private final Brokers brokers = new Brokers();

	@Option(names = "--limit", paramLabel = "N", defaultValue = "50",
			description = "at most so many (${DEFAULT-VALUE})")
	private int limit;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		try (DeadLetterLog log = new DeadLetterLog(this.brokers.consumer())) {
			List<TopicPartition> partitions = log.partitions(DeadLetterLog.TOPICS);
			Map<TopicPartition, Long> sent = log.sentUpTo(partitions);
			List<DeadLetter> letters = log.newest(partitions, Math.clamp(this.limit, 1, 10_000));
			for (DeadLetter letter : letters) {
				Position position = letter.position();
				out.printf("%-22s %s  %s%n    %s of %s, was %s%n    %s%n", position, letter.time(),
						(position.offset() < sent.getOrDefault(position.partition(), 0L)) ? "sent again" : "",
						Printable.shortened(letter.type(), 60), Printable.shortened(letter.key(), 60),
						Printable.shortened(letter.origin(), 60), Printable.shortened(letter.reason(), 160));
			}
			out.println(letters.isEmpty() ? "No dead letters" : letters.size()
					+ " dead letters; look at one: ./parley dlt show POSITION; send again: ./parley dlt resend POSITION…|--all");
			out.flush();
		}
		return 0;
	}

}
