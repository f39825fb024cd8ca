package io.parley.moderation.projection;

import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import io.parley.contract.Signal;
import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;

/** Writes what was read, a batch in one transaction, as long as its generation counts. */
final class Projector implements BatchMessageListener<String, byte[]> {

	private final int generation;

	private final Generations generations;

	private final Tables tables;

	private final ConsumerRecordRecoverer deadLetters;

	private final EventSerde<Event> serde = new EventSerde<>(Event.class);

	Projector(int generation, Generations generations, Tables tables, ConsumerRecordRecoverer deadLetters) {
		this.generation = generation;
		this.generations = generations;
		this.tables = tables;
		this.deadLetters = deadLetters;
	}

	@Override
	public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
		List<Read> reads = new ArrayList<>();
		for (ConsumerRecord<String, byte[]> record : records) {
			try {
				Event event = serde.deserialize(record.topic(), record.headers(), record.value());
				// A signal is in every partition; one reader is enough.
				if (Tables.isOfInterest(event) && (!(event instanceof Signal) || record.partition() == 0)) {
					reads.add(new Read(record, event));
				}
			}
			catch (SerializationException unreadable) {
				refuse(record, unreadable);
			}
		}
		if (!reads.isEmpty()) {
			write(reads);
		}
	}

	private void write(List<Read> reads) {
		try {
			generations.inTransactionOf(generation, () -> tables.put(reads.stream().map(Read::event).toList()));
		}
		catch (DataIntegrityViolationException refused) {
			// One of them is refused by the database: find it, so that the others go on.
			if (reads.size() == 1) {
				refuse(reads.getFirst().record(), refused);
				return;
			}
			reads.forEach(read -> write(List.of(read)));
		}
	}

	/** A comment that cannot be read is set aside by the topology, which decides. */
	private void refuse(ConsumerRecord<String, byte[]> record, RuntimeException why) {
		if (record.topic().equals(Topics.DECISIONS) || why instanceof DataIntegrityViolationException) {
			deadLetters.accept(record, why);
		}
	}

	private record Read(ConsumerRecord<String, byte[]> record, Event event) {

	}

}
