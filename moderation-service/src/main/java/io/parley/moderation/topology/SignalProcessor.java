package io.parley.moderation.topology;

import java.time.Duration;
import java.util.List;

import io.parley.contract.CorrectionLearned;
import io.parley.contract.RuleBraked;
import io.parley.contract.Signal;
import io.parley.moderation.campaign.CampaignFold;
import io.parley.moderation.learning.LearningFold;
import io.parley.moderation.signal.Fold;
import io.parley.moderation.signal.KeyValues;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.tally.BrakeFold;
import io.parley.moderation.tally.ThreadFold;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static java.util.Objects.requireNonNull;

/** Hands each observation to its fold, and what that tells to the logs of all authors. */
final class SignalProcessor implements Processor<String, Observation, String, Signal> {

	static final String STORE = "signals";

	private static final Logger log = LoggerFactory.getLogger(SignalProcessor.class);

	private static final Duration QUIET = Duration.ofSeconds(1);

	private @Nullable ProcessorContext<String, Signal> context;

	private List<Fold> folds = List.of();

	@Override
	public void init(ProcessorContext<String, Signal> context) {
		this.context = context;
		// Anew whenever a transaction was aborted: folds keep more than the store does.
		KeyValues store = new StoredValues(context.getStateStore(STORE));
		this.folds = List.of(new CampaignFold(store), new ThreadFold(store), new BrakeFold(store),
				new LearningFold(store));
		context.schedule(QUIET, PunctuationType.WALL_CLOCK_TIME,
				now -> folds.forEach(fold -> tell(fold.quiet(now), now)));
	}

	@Override
	public void process(Record<String, Observation> record) {
		for (Fold fold : folds) {
			if (fold.takes(record.value())) {
				tell(fold.on(record.value(), record.timestamp()), record.timestamp());
			}
		}
	}

	private void tell(List<Signal> signals, long now) {
		// Without the headers of the comment by whose arrival it is told.
		signals.forEach(SignalProcessor::alert);
		signals.forEach(signal -> requireNonNull(context)
			.forward(new Record<>(signal.site(), signal, now, new RecordHeaders())));
	}

	/** Somebody should look at the rule, or may want to know what was learnt. */
	private static void alert(Signal signal) {
		if (signal instanceof CorrectionLearned learned) {
			log.info("Version {} of what moderators of {} taught: from {} reviews, it corrects {}", learned.version(),
					learned.site(), learned.reviews(),
					learned.heads().isEmpty() ? "nothing" : learned.heads().keySet());
		}
		if (signal instanceof RuleBraked braked) {
			log.warn(
					"The rule {} rejected more than {} comments of {} in the hour from {}: until its end they are held",
					braked.rule(), braked.limit(), braked.site(), braked.hour());
		}
	}

}
