package io.parley.moderation.topology;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.parley.contract.Decision;
import io.parley.contract.DecisionSource;
import io.parley.contract.Effect;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import io.parley.moderation.decision.Moderator;
import io.parley.moderation.decision.Outcome;

/** Counts and times what comes of events. Thread-safe. */
final class DecisionMetrics {

	private static final String RULE_HITS = "parley.rule.hits";

	private static final String RULE_REVIEWS = "parley.rule.reviews";

	private static final String RULE_FAILURES = "parley.rule.failures";

	private static final String BRAKES = "parley.brake.fired";

	/** More rules than this, over all policies since the start, are not told apart. */
	private static final int MAX_RULES = 500;

	private static final Duration[] WAITS = IntStream
		.of(10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000, 30_000, 60_000, 300_000, 3_600_000)
		.mapToObj(Duration::ofMillis)
		.toArray(Duration[]::new);

	private static final Duration[] EVALUATIONS = LongStream
		.of(50, 100, 250, 500, 1000, 2500, 5000, 10_000, 50_000, 250_000)
		.mapToObj(micros -> Duration.ofNanos(micros * 1000))
		.toArray(Duration[]::new);

	private final MeterProvider<Counter> events;

	private final MeterProvider<Counter> decisions;

	private final MeterProvider<Counter> hits;

	private final MeterProvider<Counter> reviews;

	private final MeterProvider<Counter> failures;

	private final MeterProvider<Counter> brakes;

	private final Counter degraded;

	private final Timer evaluation;

	private final Timer waited;

	DecisionMetrics(MeterRegistry registry) {
		Stream.of(RULE_HITS, RULE_REVIEWS, RULE_FAILURES, BRAKES)
			.forEach(name -> registry.config()
				.meterFilter(MeterFilter.maximumAllowableTags(name, "rule", MAX_RULES, MeterFilter.deny())));
		this.events = Counter.builder("parley.events")
			.description("Events that moderation read, by what came of them")
			.withRegistry(registry);
		this.decisions = Counter.builder("parley.decisions").description("New decisions").withRegistry(registry);
		this.hits = Counter.builder(RULE_HITS)
			.description("Rules that matched in new automatic decisions, at most " + MAX_RULES + " rules")
			.withRegistry(registry);
		this.reviews = Counter.builder(RULE_REVIEWS)
			.description(
					"Moderators' verdicts about comments that a live rule had matched, by what they say of the rule")
			.withRegistry(registry);
		this.failures = Counter.builder(RULE_FAILURES)
			.description(
					"Rules that could not be evaluated in new automatic decisions, at most " + MAX_RULES + " rules")
			.withRegistry(registry);
		this.brakes = Counter.builder(BRAKES)
			.description("Comments that were held because a rule above its limit would have rejected them")
			.withRegistry(registry);
		this.degraded = Counter.builder("parley.decisions.degraded")
			.description("New automatic decisions that were made although a rule could not be evaluated")
			.register(registry);
		this.evaluation = Timer.builder("parley.policy.evaluation")
			.description("Time to decide about a comment: the policy's rules and the author's state")
			.serviceLevelObjectives(EVALUATIONS)
			.register(registry);
		this.waited = Timer.builder("parley.moderation.wait")
			.description("From the arrival of an event in Kafka to its new decision, before its transaction's commit")
			.serviceLevelObjectives(WAITS)
			.register(registry);
	}

	/**
	 * @param nanos that the outcome took
	 * @param waitedMillis since the event arrived in Kafka, by the clocks of two machines
	 */
	void count(Outcome outcome, long nanos, long waitedMillis) {
		events.withTag("outcome", outcome.kind().name()).increment();
		if (outcome.kind() == Outcome.Kind.DECIDED) {
			waited.record(waitedMillis, TimeUnit.MILLISECONDS);
			outcome.decisions().forEach(decision -> count(decision, nanos));
		}
	}

	private void count(Decision decision, long nanos) {
		decisions.withTags("verdict", decision.verdict().name(), "source", decision.source().name()).increment();
		if (decision.source() == DecisionSource.RULES) {
			evaluation.record(nanos, TimeUnit.NANOSECONDS);
			decision.hits().forEach(this::count);
			decision.degraded().forEach(failure -> failures.withTag("rule", failure.name()).increment());
			if (!decision.degraded().isEmpty()) {
				degraded.increment();
			}
		}
		else if (decision.source() == DecisionSource.MODERATOR && decision.verdict() != Verdict.HOLD) {
			decision.hits().stream().filter(hit -> hit.mode() == RuleMode.LIVE).forEach(hit -> review(hit, decision));
		}
		if (decision.verdict() == Verdict.HOLD && decision.source() != DecisionSource.MODERATOR) {
			decision.hits()
				.stream()
				.filter(Moderator::isBraked)
				.forEach(hit -> brakes.withTag("rule", hit.rule()).increment());
		}
	}

	/** Who approves what a rule held says that the rule was wrong about it. */
	private void review(Hit hit, Decision decision) {
		boolean agrees = (hit.effect() == Effect.APPROVE) == (decision.verdict() == Verdict.APPROVE);
		reviews.withTags("rule", hit.rule(), "outcome", agrees ? "upheld" : "overturned").increment();
	}

	private void count(Hit hit) {
		hits.withTags("rule", hit.rule(), "mode", hit.mode().name(), "effect", hit.effect().name()).increment();
	}

}
