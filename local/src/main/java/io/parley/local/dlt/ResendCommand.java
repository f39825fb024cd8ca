package io.parley.local.dlt;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import io.parley.local.command.CommandFailure;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code ./parley dlt resend}. Sending an event twice does no harm: whoever reads it
 * knows what it has seen. {@code --all} does not send twice all the same, as long as
 * nothing interrupts it.
 */
@Command(name = "resend", mixinStandardHelpOptions = true,
		description = "Writes dead letters to the topics that they came from, with their keys and headers.")
final class ResendCommand implements Callable<Integer> {

	@Mixin
	private final Brokers brokers = new Brokers();

	@ArgGroup(multiplicity = "1")
	private Which which = new Which();

	@Option(names = "--dry-run", description = "says what would be sent and sends nothing")
	private boolean dryRun;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = this.spec.commandLine().getOut();
		try (DeadLetterLog log = new DeadLetterLog(this.brokers.consumer());
				KafkaProducer<byte[], byte[]> producer = this.brokers.producer()) {
			int sent = this.which.all ? resendAll(log, producer, out) : resendChosen(log, producer, out);
			out.println(sent + (this.dryRun ? " would be sent again" : " sent again")
					+ "; what fails again becomes a new dead letter");
			out.flush();
		}
		return 0;
	}

	private int resendChosen(DeadLetterLog log, KafkaProducer<byte[], byte[]> producer, PrintWriter out) {
		List<DeadLetter> letters = this.which.positions.stream().map(log::at).toList();
		send(letters, producer, out);
		return letters.size();
	}

	private int resendAll(DeadLetterLog log, KafkaProducer<byte[], byte[]> producer, PrintWriter out) {
		var partitions = log.partitions(DeadLetterLog.TOPICS);
		if (this.dryRun) {
			var sentUpTo = log.sentUpTo(partitions);
			List<DeadLetter> open = log.newest(partitions, 10_000)
				.stream()
				.filter((letter) -> letter.position().offset() >= sentUpTo.getOrDefault(letter.position().partition(),
						0L))
				.toList();
			send(open, producer, out);
			return open.size();
		}
		List<DeadLetter> sent = new ArrayList<>();
		log.forEachNew(partitions, (letters) -> {
			send(letters, producer, out);
			sent.addAll(letters);
		});
		return sent.size();
	}

	/** Returns when the brokers have all of them. */
	private void send(List<DeadLetter> letters, KafkaProducer<byte[], byte[]> producer, PrintWriter out) {
		List<Future<RecordMetadata>> sends = new ArrayList<>();
		if (!this.dryRun) {
			letters.forEach((letter) -> sends.add(producer.send(letter.again())));
		}
		for (int i = 0; i < letters.size(); i++) {
			DeadLetter letter = letters.get(i);
			out.printf("%s -> %s%n", letter.position(), this.dryRun ? letter.originalTopic() : place(sends.get(i)));
		}
	}

	private static String place(Future<RecordMetadata> send) {
		try {
			RecordMetadata place = send.get();
			return place.topic() + "-" + place.partition() + "@" + place.offset();
		}
		catch (ExecutionException | KafkaException ex) {
			throw new CommandFailure("Kafka does not take it: " + ex.getMessage(), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CommandFailure("Interrupted", ex);
		}
	}

	/** Either some or all. */
	static final class Which {

		@Parameters(paramLabel = "POSITION", arity = "1..*", converter = PositionConverter.class,
				description = "as list prints them: comments.dlt-3@17")
		private List<Position> positions = List.of();

		@Option(names = "--all", required = true, description = "all that --all did not send before")
		private boolean all;

	}

}
