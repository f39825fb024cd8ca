package io.parley.moderation.topology;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.ThreadDecision;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.decision.ModerationFlow;
import io.parley.moderation.decision.Outcome;
import io.parley.moderation.decision.Policies;
import io.parley.moderation.signal.Observation;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hands each event to the flow and its decisions on; decides nothing itself. */
final class ModerationProcessor implements Processor<String, ModerationInput, String, Object> {

	private final Policies policies;

	private final Duration retention;

	private final DecisionMetrics metrics;

	private @Nullable ProcessorContext<String, Object> context;

	private @Nullable StoredState state;

	ModerationProcessor(Policies policies, Duration retention, DecisionMetrics metrics) {
		this.policies = policies;
		this.retention = retention;
		this.metrics = metrics;
	}

	@Override
	public void init(ProcessorContext<String, Object> context) {
		StoredState stores = new StoredState(context.getStateStore(StoredState.AUTHORS),
				context.getStateStore(StoredState.COMMENTS), context.getStateStore(StoredState.POLICY),
				new Recents(context.getStateStore(StoredState.RECENTS), context::currentStreamTimeMs),
				new CampaignTable(new StoredValues(context.getStateStore(StoredState.CAMPAIGNS))),
				new WindowTallies(context.getStateStore(StoredState.TALLIES), context::currentStreamTimeMs), 0);
		context.schedule(CommentExpiry.INTERVAL, PunctuationType.STREAM_TIME,
				new CommentExpiry(stores.comments(), retention));
		context.schedule(AuthorExpiry.INTERVAL, PunctuationType.STREAM_TIME, new AuthorExpiry(stores.authors()));
		this.context = context;
		this.state = stores;
	}

	@Override
	public void process(Record<String, ModerationInput> record) {
		long begin = System.nanoTime();
		Outcome outcome = ModerationFlow.on(record.value(), requireNonNull(state).at(record.timestamp()), policies);
		long nanos = System.nanoTime() - begin;
		long waitedMillis = Math.max(0, System.currentTimeMillis() - record.timestamp());
		metrics.count(outcome, nanos, waitedMillis);
		for (Decision decision : outcome.decisions()) {
			if (outcome.kind() == Outcome.Kind.DECIDED) {
				DecisionLog.write(decision, record.headers(), nanos / 1000, waitedMillis);
			}
			requireNonNull(context).forward(record.withKey(decision.authorKey()).withValue(decision));
		}
		for (ThreadDecision thread : outcome.threads()) {
			requireNonNull(context)
				.forward(record.withKey(ThreadDecision.keyOf(thread.site(), thread.threadId())).withValue(thread));
		}
		for (Observation observation : outcome.observations()) {
			requireNonNull(context).forward(record.withKey(observation.key()).withValue(observation));
		}
	}

}
