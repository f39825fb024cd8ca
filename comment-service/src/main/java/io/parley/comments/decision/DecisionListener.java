package io.parley.comments.decision;

import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.parley.contract.Decision;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

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

	private final Counter applied;

	private final Counter ignored;

	DecisionListener(DecisionStore store, DeadLetters deadLetters, MeterRegistry meters) {
		this.store = store;
		this.deadLetters = deadLetters;
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
		try {
			count(readable.size(), store.apply(readable.stream().map(Read::decision).toList()));
		}
		catch (DataIntegrityViolationException _) {
			applyOneByOne(readable);
		}
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
