package io.parley.comments.decision;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Decision;
import io.parley.trace.Traces;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Applies what one poll brought with one statement. A record that cannot be used is set
 * aside; a database or broker that is away makes the container try the batch again, for
 * as long as it takes.
 */
class DecisionListener implements BatchMessageListener<byte[], byte[]> {

	private final DecisionStore store;

	private final DeadLetters deadLetters;

	private final Traces traces;

	private final Counter applied;

	private final Counter ignored;

	DecisionListener(DecisionStore store, DeadLetters deadLetters, Traces traces, MeterRegistry meters) {
		this.store = store;
		this.deadLetters = deadLetters;
		this.traces = traces;
		this.applied = Counter.builder("parley.decisions.applied")
			.description("Comments that a decision changed")
			.register(meters);
		this.ignored = Counter.builder("parley.decisions.ignored")
			.description("Decisions that were stale, repeated or about no comment of this installation")
			.register(meters);
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages) {
		List<Read> readable = new ArrayList<>(messages.size());
		for (ConsumerRecord<byte[], byte[]> message : messages) {
			try {
				readable.add(new Read(message, DecisionReader.read(message)));
			}
			catch (SerializationException failure) {
				deadLetters.setAside(message, String.valueOf(failure.getMessage()));
			}
		}
		List<Traces.Work> works = readable.stream().map(this::begin).toList();
		try {
			count(readable.size(), store.apply(readable.stream().map(Read::decision).toList()));
		}
		catch (DataIntegrityViolationException _) {
			applyOneByOne(readable);
		}
		finally {
			works.forEach(Traces.Work::close);
		}
	}

	private Traces.Work begin(Read read) {
		Header trace = read.message().headers().lastHeader(Traces.HEADER);
		return traces.begin("apply decision",
				(trace != null && trace.value() != null) ? new String(trace.value(), US_ASCII) : null);
	}

	/** One of them is refused by the database: find it, so that the others go on. */
	private void applyOneByOne(List<Read> readable) {
		for (Read one : readable) {
			try {
				count(1, store.apply(List.of(one.decision())));
			}
			catch (DataIntegrityViolationException _) {
				deadLetters.setAside(one.message(), "The database refuses the decision's values");
			}
		}
	}

	private void count(int read, int changed) {
		applied.increment(changed);
		ignored.increment(read - changed);
	}

	private record Read(ConsumerRecord<byte[], byte[]> message, Decision decision) {
	}

}
