package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and verifies those that exist. */
public final class TopicProvisioner {

	private static final Duration PROPAGATION = Duration.ofSeconds(5);

	private TopicProvisioner() {
	}

	/**
	 * Makes sure that the topics are there and as described. Safe to call from several
	 * processes at once.
	 * @throws TopicMismatchException if one exists with other partitions or settings
	 * @throws KafkaException if the brokers cannot be asked
	 */
	public static void provision(Admin admin, Collection<Topic> topics) {
		createMissing(admin, topics);
		List<String> differences = new ArrayList<>();
		List<String> names = topics.stream().map(Topic::name).toList();
		Map<String, TopicDescription> descriptions = get(() -> admin.describeTopics(names).allTopicNames().get());
		Map<ConfigResource, Config> configs = get(() -> admin
			.describeConfigs(names.stream().map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name)).toList())
			.all()
			.get());
		Map<String, Config> byName = configs.entrySet()
			.stream()
			.collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
		for (Topic topic : topics) {
			compare(topic, requireNonNull(descriptions.get(topic.name())), requireNonNull(byName.get(topic.name())),
					differences);
		}
		if (!differences.isEmpty()) {
			throw new TopicMismatchException(differences);
		}
	}

	private static void createMissing(Admin admin, Collection<Topic> topics) {
		var results = admin.createTopics(topics.stream().map(Topic::toNewTopic).toList()).values();
		for (Topic topic : topics) {
			try {
				requireNonNull(results.get(topic.name())).get();
			}
			catch (ExecutionException failure) {
				if (!(failure.getCause() instanceof TopicExistsException)) {
					throw new KafkaException("Topic " + topic.name() + " cannot be created: " + message(failure),
							failure);
				}
			}
			catch (InterruptedException interruption) {
				Thread.currentThread().interrupt();
				throw new KafkaException("Interrupted while creating topic " + topic.name(), interruption);
			}
		}
	}

	private static void compare(Topic topic, TopicDescription description, Config config, List<String> differences) {
		int partitions = description.partitions().size();
		if (partitions != topic.partitions()) {
			differences.add("%s has %d partitions, not %d".formatted(topic.name(), partitions, topic.partitions()));
		}
		topic.settings().forEach((name, wanted) -> {
			String actual = config.get(name).value();
			if (!wanted.equals(actual)) {
				differences.add("%s has %s=%s, not %s".formatted(topic.name(), name, actual, wanted));
			}
		});
	}

	private static <T> T get(Question<T> question) {
		long start = System.nanoTime();
		try {
			while (true) {
				try {
					return question.ask();
				}
				catch (ExecutionException failure) {
					// A broker hears of a new topic a little later than the one that made
					// it.
					boolean tooNew = failure.getCause() instanceof UnknownTopicOrPartitionException;
					if (!tooNew || System.nanoTime() - start > PROPAGATION.toNanos()) {
						throw new KafkaException("The topics cannot be verified: " + message(failure), failure);
					}
					TimeUnit.MILLISECONDS.sleep(50);
				}
			}
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new KafkaException("Interrupted while verifying the topics", interruption);
		}
	}

	private static String message(ExecutionException failure) {
		Throwable cause = failure.getCause();
		return String.valueOf((cause != null ? cause : failure).getMessage());
	}

	@FunctionalInterface
	private interface Question<T> {

		T ask() throws ExecutionException, InterruptedException;

	}

}
