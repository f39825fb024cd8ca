package io.parley.benchmarks.drain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.parley.backends.ChildProcess;
import io.parley.backends.LogTail;
import io.parley.benchmarks.Scratch;
import io.parley.benchmarks.drain.DrainMain.Kind;
import io.parley.contract.TopicProvisioner;
import io.parley.contract.Topics;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Lets instances of a topology consume all comments, and says how many a second. */
final class Drain {

	static final Topics TOPICS = Topics.of(12, (short) 1, Duration.ofDays(400));

	private static final Duration PATIENCE = Duration.ofMinutes(20);

	/** The flags of the service's image; the heap is half of what compose gives it. */
	private static final List<String> JVM = List.of("-Xmx320m", "-XX:+UseSerialGC", "-Xss512k",
			"-XX:ReservedCodeCacheSize=96m", "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow",
			"-Dlogback.configurationFile=io/parley/benchmarks/drain/logback.xml");

	private final String bootstrapServers;

	private final Admin admin;

	private final Path folder;

	private final List<String> jvmOptions;

	private int run;

	Drain(String bootstrapServers, Admin admin, Path folder, List<String> jvmOptions) {
		this.bootstrapServers = bootstrapServers;
		this.admin = admin;
		this.folder = folder;
		this.jvmOptions = List.copyOf(jvmOptions);
	}

	/** Lets instances consume all comments that are there now. */
	Drained drained(Kind kind, Path policy, int instances)
			throws InterruptedException, ExecutionException, IOException {
		provision();
		Map<Integer, Long> ends = backlog();
		String application = "drain-" + this.run++;
		List<ChildProcess> processes = new ArrayList<>();
		try {
			for (int instance = 0; instance < instances; instance++) {
				processes.add(start(kind, policy, application, instance, 0));
			}
			double rate = measure(application, ends, processes);
			double backlog = sum(ends);
			return new Drained(rate, sum(ends(Topics.DECISIONS)) / backlog, sum(ends(Topics.OBSERVATIONS)) / backlog,
					sum(ends(Topics.COMMENTS)) / backlog - 1);
		}
		finally {
			processes.forEach(process -> process.stop(Duration.ofSeconds(30)));
			forget(application);
		}
	}

	/** Creates the topics that are written to. */
	void provision() {
		TopicProvisioner.provision(this.admin,
				List.of(TOPICS.decisions(), TOPICS.observations(), TOPICS.threads(), TOPICS.commentsDeadLetters()));
	}

	/** Starts an instance, whose state is in a folder of its own. */
	ChildProcess start(Kind kind, Path policy, String application, int instance, int standbys) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(JVM);
		command.addAll(this.jvmOptions);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), DrainMain.class.getName(), kind.name(),
				this.bootstrapServers, application, state(application, instance).toString(), "0", policy.toString(),
				Integer.toString(standbys)));
		return ChildProcess.start(command, Map.of("MALLOC_ARENA_MAX", "2"), log(application));
	}

	Path state(String application, int instance) {
		return this.folder.resolve(application + "-" + instance);
	}

	Path log(String application) {
		return this.folder.resolve(application + ".log");
	}

	/** The comments that are there: the end of each partition. */
	Map<Integer, Long> backlog() throws InterruptedException, ExecutionException {
		return ends(Topics.COMMENTS);
	}

	private Map<Integer, Long> ends(String topic) throws InterruptedException, ExecutionException {
		Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
		for (int partition = 0; partition < TOPICS.comments().partitions(); partition++) {
			asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
		}
		Map<Integer, Long> ends = new HashMap<>();
		this.admin.listOffsets(asked).all().get().forEach((of, end) -> ends.put(of.partition(), end.offset()));
		return ends;
	}

	private static long sum(Map<Integer, Long> offsets) {
		return offsets.values().stream().mapToLong(Long::longValue).sum();
	}

	/**
	 * Records a second until all up to the ends are consumed, from the first commit on.
	 */
	double measure(String application, Map<Integer, Long> ends, List<ChildProcess> processes)
			throws InterruptedException, ExecutionException {
		long backlog = sum(ends);
		long giveUp = System.nanoTime() + PATIENCE.toNanos();
		long first = 0;
		long begin = 0;
		while (true) {
			long consumed = consumed(application, ends);
			long now = System.nanoTime();
			if (begin == 0 && consumed > 0) {
				first = consumed;
				begin = now;
			}
			if (consumed >= backlog) {
				return (consumed - first) * 1e9 / Math.max(1, now - begin);
			}
			if (now - giveUp > 0 || !processes.stream().allMatch(ChildProcess::isAlive)) {
				throw new IllegalStateException(
						"Only " + consumed + " of " + backlog + " were consumed; the end of the log:\n"
								+ String.join("\n", LogTail.of(log(application), 20)));
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
	}

	private long consumed(String application, Map<Integer, Long> ends) throws InterruptedException, ExecutionException {
		return places(application).entrySet()
			.stream()
			.mapToLong(place -> Math.min(place.getValue(), ends.getOrDefault(place.getKey(), 0L)))
			.sum();
	}

	/** Offsets up to which comments are consumed, by partition. */
	Map<Integer, Long> places(String application) throws InterruptedException, ExecutionException {
		Map<Integer, Long> places = new HashMap<>();
		committed(application).forEach((of, place) -> {
			if (of.topic().equals(Topics.COMMENTS)) {
				places.put(of.partition(), place);
			}
		});
		return places;
	}

	private Map<TopicPartition, Long> committed(String application) throws InterruptedException, ExecutionException {
		Map<TopicPartition, Long> committed = new HashMap<>();
		this.admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().forEach((of, place) -> {
			if (place != null) {
				committed.put(of, place.offset());
			}
		});
		return committed;
	}

	/**
	 * The most records that any one partition of what the topology reads has before it.
	 * Markers at the end of transactions count.
	 */
	long lag(String application) throws InterruptedException, ExecutionException {
		Map<TopicPartition, Long> committed = committed(application);
		Map<String, Map<Integer, Long>> ends = Map.of(Topics.COMMENTS, ends(Topics.COMMENTS), Topics.OBSERVATIONS,
				ends(Topics.OBSERVATIONS));
		return ends.entrySet()
			.stream()
			.flatMap(topic -> topic.getValue()
				.entrySet()
				.stream()
				.map(end -> end.getValue()
						- committed.getOrDefault(new TopicPartition(topic.getKey(), end.getKey()), 0L)))
			.max(Long::compare)
			.orElse(0L);
	}

	/**
	 * What came of it.
	 *
	 * @param rate comments a second from the first commit to the last
	 * @param decisions written for each comment; with the marks at the end of
	 * transactions, as the others
	 * @param observations made of each
	 * @param signals told for each, one for each partition of authors
	 */
	record Drained(double rate, double decisions, double observations, double signals) {

		@Override
		public String toString() {
			return String.format(Locale.ROOT, "%8.0f/s; for each: %.2f decisions, %.2f observations, %.2f signals",
					this.rate, this.decisions, this.observations, this.signals);
		}

	}

	/** Topics and state of a run would fill the disk. */
	private void forget(String application) throws InterruptedException, ExecutionException, IOException {
		Set<String> gone = this.admin.listTopics()
			.names()
			.get()
			.stream()
			.filter(name -> name.startsWith(application + "-") || name.equals(Topics.DECISIONS)
					|| name.equals(Topics.OBSERVATIONS) || name.equals(Topics.THREADS))
			.collect(Collectors.toSet());
		this.admin.deleteTopics(gone).all().get();
		long giveUp = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
		while (this.admin.listTopics().names().get().stream().anyMatch(gone::contains)) {
			if (System.nanoTime() - giveUp > 0) {
				throw new KafkaException("The topics " + gone + " cannot be deleted");
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		File[] states = this.folder.toFile().listFiles((_, name) -> name.startsWith(application + "-"));
		if (states != null) {
			for (File state : states) {
				Scratch.delete(state.toPath());
			}
		}
	}

}
