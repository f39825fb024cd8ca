package io.parley.comments.thread;

import java.util.List;

import io.parley.comments.decision.DeadLetters;
import io.parley.contract.EventSerde;
import io.parley.contract.ThreadDecision;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * Takes decisions about threads over. One that cannot be used is set aside; a database or
 * broker that is away makes the container try again, for as long as it takes.
 */
class ThreadListener implements BatchMessageListener<byte[], byte[]> {

	private final EventSerde<ThreadDecision> serde = new EventSerde<>(ThreadDecision.class);

	private final ThreadStates threads;

	private final DeadLetters deadLetters;

	ThreadListener(ThreadStates threads, DeadLetters deadLetters) {
		this.threads = threads;
		this.deadLetters = deadLetters;
	}

	@Override
	public void onMessage(List<ConsumerRecord<byte[], byte[]>> messages) {
		for (ConsumerRecord<byte[], byte[]> message : messages) {
			try {
				threads.apply(serde.deserialize(message.topic(), message.headers(), message.value()));
			}
			catch (SerializationException failure) {
				deadLetters.setAside(message, String.valueOf(failure.getMessage()));
			}
			catch (DataIntegrityViolationException _) {
				deadLetters.setAside(message, "The database refuses the decision's values");
			}
		}
	}

}
