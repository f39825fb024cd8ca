package io.parley.moderation.topology;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Decision;
import io.parley.moderation.decision.Outcome;
import org.springframework.stereotype.Component;

/** Counts what comes of events. Thread-safe. */
@Component
class DecisionMetrics {

	private final MeterProvider<Counter> events;

	private final MeterProvider<Counter> decisions;

	private final Counter degraded;

	DecisionMetrics(MeterRegistry registry) {
		this.events = Counter.builder("parley.events")
			.description("Events that moderation read, by what came of them")
			.withRegistry(registry);
		this.decisions = Counter.builder("parley.decisions").description("New decisions").withRegistry(registry);
		this.degraded = Counter.builder("parley.decisions.degraded")
			.description("New decisions that were made although a rule could not be evaluated")
			.register(registry);
	}

	void count(Outcome outcome) {
		events.withTag("outcome", outcome.kind().name()).increment();
		if (outcome.kind() == Outcome.Kind.DECIDED) {
			outcome.decisions().forEach(this::count);
		}
	}

	private void count(Decision decision) {
		decisions.withTags("verdict", decision.verdict().name(), "source", decision.source().name()).increment();
		if (!decision.degraded().isEmpty()) {
			degraded.increment();
		}
	}

}
