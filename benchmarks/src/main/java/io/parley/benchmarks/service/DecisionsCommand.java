package io.parley.benchmarks.service;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.parley.benchmarks.Machine;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.EventSerde;
import io.parley.contract.Topics;
import io.parley.contract.Verdict;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./parley bench decisions}. */
@Command(name = "decisions", mixinStandardHelpOptions = true,
		description = "Measures how many waiting decisions a second the comment service applies once it starts.")
public final class DecisionsCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofMinutes(10);

	@Option(names = "--count", paramLabel = "N", defaultValue = "100000", description = "decisions (${DEFAULT-VALUE})")
	private int count;

	@Option(names = "--jvm", paramLabel = "OPTION", description = "more options of the services' JVMs")
	private List<String> jvm = List.of();

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() throws SQLException, InterruptedException {
		PrintWriter out = this.spec.commandLine().getOut();
		out.println(Machine.describe());
		out.flush();
		try (MeasuredParley parley = MeasuredParley.start(this.jvm); Connection connection = parley.comments()) {
			parley.installation().moderationService(0).stop();
			parley.installation().commentService().stop();
			decide(comments(connection), parley.runFile().bootstrapServers());
			parley.installation().commentService().start();
			out.println(String.format(Locale.ROOT, "%d decisions: %.0f/s (%s)", this.count, rate(connection),
					Machine.load()));
			out.flush();
		}
		return 0;
	}

	/** Comments as if they had been posted. */
	private List<String> comments(Connection connection) throws SQLException {
		try (PreparedStatement insert = connection.prepareStatement("""
				insert into comment (id, site, thread_id, author_key, author_id, body, submitted_at, publish_due)
				select uuidv7(), 'blog', 'article-' || n % 500, 'blog/reader-' || n % 20000, 'reader-' || n % 20000,
				  repeat('Talks are better than silence. ', 13), now(), now() + interval '1 day'
				from generate_series(1, ?) n
				""")) {
			insert.setInt(1, this.count);
			insert.executeUpdate();
		}
		List<String> ids = new ArrayList<>();
		try (Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select id::text, author_key, thread_id from comment")) {
			while (rows.next()) {
				ids.add(rows.getString(1) + '\n' + rows.getString(2) + '\n' + rows.getString(3));
			}
		}
		return ids;
	}

	private static void decide(List<String> comments, String bootstrapServers) {
		try (KafkaProducer<String, Decision> producer = new KafkaProducer<>(
				Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
						ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4"),
				new StringSerializer(), new EventSerde<>(Decision.class))) {
			for (String comment : comments) {
				List<String> parts = comment.lines().toList();
				Decision decision = new Decision("decision-" + parts.getFirst(), parts.getFirst(), 1, 1, "blog",
						parts.get(2), parts.get(1), Verdict.APPROVE, DecisionSource.RULES, 0, new Decision.Bands(5, 10),
						"0123456789abcdef0123456789abcdef", List.of(), Verdict.APPROVE, List.of(), null, null, null,
						Instant.now());
				var _ = producer.send(new ProducerRecord<>(Topics.DECISIONS, decision.authorKey(), decision));
			}
		}
	}

	/** From the first that is seen to be applied to the last. */
	private double rate(Connection connection) throws SQLException, InterruptedException {
		long giveUp = System.nanoTime() + PATIENCE.toNanos();
		long first = 0;
		long begin = 0;
		while (true) {
			long applied = applied(connection);
			long now = System.nanoTime();
			if (applied > 0 && begin == 0) {
				begin = now;
				first = applied;
			}
			if (applied == this.count) {
				return (applied - first) * 1e9 / Math.max(1, now - begin);
			}
			if (now - giveUp > 0) {
				throw new IllegalStateException("Only " + applied + " decisions were applied");
			}
			TimeUnit.MILLISECONDS.sleep(250);
		}
	}

	private static long applied(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select count(*) from comment where publish_due is null")) {
			row.next();
			return row.getLong(1);
		}
	}

}
