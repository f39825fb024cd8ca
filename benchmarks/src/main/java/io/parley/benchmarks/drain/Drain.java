package io.parley.benchmarks.drain;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
import org.apache.kafka.common.KafkaException;

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

	private final long comments;

	private final List<String> jvmOptions;

	private int run;

	Drain(String bootstrapServers, Admin admin, Path folder, long comments, List<String> jvmOptions) {
		this.bootstrapServers = bootstrapServers;
		this.admin = admin;
		this.folder = folder;
		this.comments = comments;
		this.jvmOptions = List.copyOf(jvmOptions);
	}

	/** Comments a second from the first commit to the last. */
	double rate(Kind kind, Path policy, int instances) throws InterruptedException, ExecutionException, IOException {
		provision();
		String application = "drain-" + this.run++;
		List<ChildProcess> processes = new ArrayList<>();
		try {
			for (int instance = 0; instance < instances; instance++) {
				processes.add(start(kind, policy, application, instance, 0));
			}
			return measure(application, processes);
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

	/** Comments a second until all are consumed. */
	double measure(String application, List<ChildProcess> processes) throws InterruptedException, ExecutionException {
		long giveUp = System.nanoTime() + PATIENCE.toNanos();
		long first = 0;
		long begin = 0;
		while (true) {
			long consumed = consumed(application);
			long now = System.nanoTime();
			if (begin == 0 && consumed > 0) {
				first = consumed;
				begin = now;
			}
			if (consumed >= this.comments) {
				return (consumed - first) * 1e9 / Math.max(1, now - begin);
			}
			if (now - giveUp > 0 || !processes.stream().allMatch(ChildProcess::isAlive)) {
				throw new IllegalStateException(
						"Only " + consumed + " of " + this.comments + " were consumed; the end of the log:\n"
								+ String.join("\n", LogTail.of(log(application), 20)));
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
	}

	private long consumed(String application) throws InterruptedException, ExecutionException {
		return places(application).values().stream().mapToLong(Long::longValue).sum();
	}

	/** Offsets up to which comments are consumed, by partition. */
	Map<Integer, Long> places(String application) throws InterruptedException, ExecutionException {
		Map<Integer, Long> places = new HashMap<>();
		this.admin.listConsumerGroupOffsets(application).partitionsToOffsetAndMetadata().get().forEach((of, place) -> {
			if (of.topic().equals(Topics.COMMENTS) && place != null) {
				places.put(of.partition(), place.offset());
			}
		});
		return places;
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
