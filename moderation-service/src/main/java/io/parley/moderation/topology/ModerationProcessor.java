package io.parley.moderation.topology;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import java.time.Duration;

import io.parley.contract.Decision;
import io.parley.contract.ModerationInput;
import io.parley.contract.ThreadDecision;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.decision.ModerationFlow;
import io.parley.moderation.decision.Outcome;
import io.parley.moderation.decision.Policies;
import io.parley.moderation.learning.SiteCorrections;
import io.parley.moderation.signal.Observation;
import io.parley.trace.Traces;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Hands each event to the flow and its decisions on; decides nothing itself. */
final class ModerationProcessor implements Processor<String, ModerationInput, String, Object> {

	/** When the event arrived in Kafka, in milliseconds: a header of its decisions. */
	private static final String ARRIVED = "parley_arrived";

	private final Policies policies;

	private final Duration retention;

	private final DecisionMetrics metrics;

	private final Traces traces;

	private @Nullable ProcessorContext<String, Object> context;

	private @Nullable StoredState state;

	ModerationProcessor(Policies policies, Duration retention, DecisionMetrics metrics, Traces traces) {
		this.policies = policies;
		this.retention = retention;
		this.metrics = metrics;
		this.traces = traces;
	}

	@Override
	public void init(ProcessorContext<String, Object> context) {
		StoredValues signals = new StoredValues(context.getStateStore(StoredState.CAMPAIGNS));
		StoredState stores = new StoredState(context.getStateStore(StoredState.AUTHORS),
				context.getStateStore(StoredState.COMMENTS), context.getStateStore(StoredState.POLICY),
				new Recents(context.getStateStore(StoredState.RECENTS), context::currentStreamTimeMs),
				new CampaignTable(signals), new SiteCorrections(signals),
				new WindowTallies(context.getStateStore(StoredState.TALLIES), context::currentStreamTimeMs), 0);
		context.schedule(CommentExpiry.INTERVAL, PunctuationType.STREAM_TIME,
				new CommentExpiry(stores.comments(), retention));
		context.schedule(AuthorExpiry.INTERVAL, PunctuationType.STREAM_TIME, new AuthorExpiry(stores.authors()));
		this.context = context;
		this.state = stores;
	}

	@Override
	public void process(Record<String, ModerationInput> record) {
		try (Traces.Work work = traces.begin("moderate comment", traceparent(record.headers()))) {
			moderate(record, work);
		}
	}

	private void moderate(Record<String, ModerationInput> record, Traces.Work work) {
		long begin = System.nanoTime();
		Outcome outcome = ModerationFlow.on(record.value(), requireNonNull(state).at(record.timestamp()), policies);
		long nanos = System.nanoTime() - begin;
		long waitedMillis = Math.max(0, System.currentTimeMillis() - record.timestamp());
		metrics.count(outcome, nanos, waitedMillis);
		Headers headers = onward(record, work);
		for (Decision decision : outcome.decisions()) {
			if (outcome.kind() == Outcome.Kind.DECIDED) {
				DecisionLog.write(decision, record.headers(), nanos / 1000, waitedMillis);
			}
			requireNonNull(context)
				.forward(record.withKey(decision.authorKey()).withValue(decision).withHeaders(headers));
		}
		for (ThreadDecision thread : outcome.threads()) {
			requireNonNull(context)
				.forward(record.withKey(ThreadDecision.keyOf(thread.site(), thread.threadId())).withValue(thread));
		}
		for (Observation observation : outcome.observations()) {
			requireNonNull(context).forward(record.withKey(observation.key()).withValue(observation));
		}
	}

	/** Of the event, with when it arrived and, if the trace is noted, our part in it. */
	private static Headers onward(Record<String, ModerationInput> record, Traces.Work work) {
		Headers headers = new RecordHeaders(record.headers());
		headers.remove(ARRIVED);
		headers.add(ARRIVED, Long.toString(record.timestamp()).getBytes(US_ASCII));
		String traceparent = work.traceparent();
		if (traceparent != null) {
			headers.remove(Traces.HEADER);
			headers.add(Traces.HEADER, traceparent.getBytes(US_ASCII));
		}
		return headers;
	}

	private static @Nullable String traceparent(Headers headers) {
		Header header = headers.lastHeader(Traces.HEADER);
		return (header != null && header.value() != null) ? new String(header.value(), US_ASCII) : null;
	}

}
