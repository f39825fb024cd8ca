package io.parley.moderation.rollout;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Event;
import io.parley.contract.ModelVersion;
import io.parley.contract.PolicyActivated;
import io.parley.contract.PolicyVersion;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.Problem;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the operator's policy into force: at the start, and whenever its files change.
 * The change is written to every partition of the log, so all instances make it at the
 * same place among the events. A policy with problems is refused, and the last good one
 * stays in force, also over a restart.
 */
@Component
class PolicyRollout implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(PolicyRollout.class);

	private static final Duration LOOK_EVERY = Duration.ofMillis(250);

	private static final Duration START_PATIENCE = Duration.ofSeconds(30);

	private final PublishedPolicies policies;

	private final PolicyTopic topic;

	private final WatchedPolicy watched;

	private final Clock clock;

	private final MeterProvider<Counter> reloads;

	private @Nullable ScheduledExecutorService looking;

	private @Nullable Consumer<String, byte[]> following;

	private @Nullable Thread follower;

	private volatile boolean running;

	private volatile @Nullable Refusal refusal;

	/** Of the files as they were considered last; null to consider them again. */
	private @Nullable String considered;

	private String pending = "";

	PolicyRollout(PublishedPolicies policies, PolicyTopic topic, Clock clock, MeterRegistry meters,
			@Value("${parley.policy.file:#{null}}") @Nullable Path file) {
		this.policies = policies;
		this.topic = topic;
		this.watched = new WatchedPolicy(file);
		this.clock = clock;
		this.reloads = Counter.builder("parley.policy.reloads")
			.description("Policy files that were considered, by what came of it")
			.withRegistry(meters);
	}

	/**
	 * @throws UnusablePolicyException if the policy has problems and there was none
	 * before it
	 */
	@Override
	public void start() {
		Consumer<String, byte[]> consumer = topic.open();
		following = consumer;
		readToEnd(consumer);
		considered = watched.stamp();
		try {
			considerAtStart(consumer);
		}
		catch (PolicyProblemsException | IOException unusable) {
			if (policies.lastActivation() == null) {
				throw new UnusablePolicyException(unusable);
			}
			refused(unusable);
		}
		running = true;
		follower = Thread.ofPlatform().name("policy-follower").daemon().start(() -> follow(consumer));
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("policy-files").daemon().factory());
		looking = started;
		ScheduledFuture<?> _ = started.scheduleWithFixedDelay(this::look, LOOK_EVERY.toMillis(), LOOK_EVERY.toMillis(),
				TimeUnit.MILLISECONDS);
	}

	/** Instances that start together put each other off; the others find it done. */
	private void considerAtStart(Consumer<String, byte[]> consumer) throws IOException, PolicyProblemsException {
		long giveUp = System.nanoTime() + START_PATIENCE.toNanos();
		while (true) {
			try {
				consider();
				return;
			}
			catch (KafkaException putOff) {
				if (System.nanoTime() - giveUp > 0) {
					throw putOff;
				}
				log.info("The policy could not be activated and is tried again: {}", putOff.toString());
				readToEnd(consumer);
			}
		}
	}

	@Nullable Refusal refusal() {
		return refusal;
	}

	String file() {
		return watched.description();
	}

	private void readToEnd(Consumer<String, byte[]> consumer) {
		long end = consumer.endOffsets(List.of(PolicyTopic.POLICIES), START_PATIENCE).values().iterator().next();
		long giveUp = System.nanoTime() + START_PATIENCE.toNanos();
		while (consumer.position(PolicyTopic.POLICIES, START_PATIENCE) < end) {
			consumer.poll(Duration.ofMillis(200)).forEach(this::take);
			if (System.nanoTime() - giveUp > 0) {
				throw new KafkaException("The topic of policies cannot be read to its end");
			}
		}
	}

	private void follow(Consumer<String, byte[]> consumer) {
		try (consumer) {
			while (running) {
				consumer.poll(Duration.ofSeconds(1)).forEach(this::take);
			}
		}
		catch (WakeupException _) {
			log.debug("The topic of policies is read no further");
		}
	}

	private void take(ConsumerRecord<String, byte[]> record) {
		try {
			switch (topic.eventOf(record)) {
				case PolicyVersion version -> policies.published(version, record.offset());
				case ModelVersion model -> policies.publishedModel(model.modelId(), record.offset());
				case PolicyActivated activation -> takeOver(activation);
				default -> log.error("A record of {} is no policy", record.topic());
			}
		}
		catch (SerializationException unreadable) {
			log.error("A record of {} cannot be read", record.topic(), unreadable);
		}
	}

	private void takeOver(PolicyActivated activation) {
		policies.activated(activation);
		if (running) {
			// Compiled here, so that no stream thread has to wait for it.
			try {
				policies.inForce();
				log.info("Policy '{}' {} is in force from now on", activation.policy(), activation.policyHash());
			}
			catch (PolicyUnavailableException unusable) {
				log.error("The policy that was activated cannot be used here", unusable);
			}
		}
	}

	/** Considers the files when they have changed and are not being written any more. */
	private void look() {
		try {
			String stamp = watched.stamp();
			boolean settled = stamp.equals(pending);
			pending = stamp;
			if (settled && !stamp.equals(considered)) {
				considered = stamp;
				consider();
			}
		}
		catch (PolicyProblemsException | IOException unusable) {
			refused(unusable);
		}
		catch (RuntimeException failure) {
			log.warn("The policy could not be activated and is tried again: {}", failure.toString());
			considered = null;
		}
	}

	private void consider() throws IOException, PolicyProblemsException {
		WatchedPolicy.Reading reading = watched.read(clock.instant());
		PolicyVersion version = reading.version();
		policies.compiled(reading.policy());
		PolicyActivated last = policies.lastActivation();
		refusal = null;
		if (last != null && last.policyHash().equals(version.policyHash())) {
			log.info("Policy '{}' {} of {} is in force already", version.policy(), version.policyHash(), file());
			reloads.withTag("outcome", "unchanged").increment();
			return;
		}
		List<Event> unpublished = new ArrayList<>();
		ModelVersion model = reading.model();
		if (model != null && !policies.knowsModel(model.modelId())) {
			unpublished.add(model);
		}
		if (!policies.knows(version.policyHash())) {
			unpublished.add(version);
		}
		topic.activate(new PolicyActivated(version.policyHash(), version.policy(), clock.instant()), unpublished);
		log.info("Policy '{}' {} was activated: {} rules from {}", version.policy(), version.policyHash(),
				reading.policy().rules().size(), file());
		reloads.withTag("outcome", "activated").increment();
	}

	private void refused(Exception unusable) {
		List<String> problems = (unusable instanceof PolicyProblemsException several)
				? several.problems().stream().map(Problem::render).toList() : List.of(unusable.toString());
		refusal = new Refusal(clock.instant(), file(), problems);
		reloads.withTag("outcome", "refused").increment();
		log.error("The policy has problems and was refused; the last good one stays in force.\n{}",
				String.join("\n", problems));
	}

	@Override
	public void stop() {
		running = false;
		if (looking != null) {
			looking.shutdownNow();
		}
		Consumer<String, byte[]> consumer = following;
		if (consumer != null) {
			consumer.wakeup();
		}
		Thread thread = follower;
		if (thread != null) {
			try {
				thread.join(Duration.ofSeconds(5));
			}
			catch (InterruptedException interruption) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public boolean isRunning() {
		return running;
	}

	/** After the topics are there, before the topology. */
	@Override
	public int getPhase() {
		return Integer.MIN_VALUE + 1;
	}

	/** There is no policy to start with. */
	static final class UnusablePolicyException extends RuntimeException {

		private static final long serialVersionUID = 1;

		UnusablePolicyException(Exception cause) {
			super("There is no policy to decide by", cause);
		}

	}

}
