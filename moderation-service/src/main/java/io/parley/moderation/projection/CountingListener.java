package io.parley.moderation.projection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.parley.contract.Event;
import io.parley.contract.EventSerde;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.kafka.listener.BatchMessageListener;

/** Hands a batch on to the tables and, when they have it, counts it. */
final class CountingListener implements BatchMessageListener<String, byte[]> {

	private final int generation;

	private final BatchMessageListener<String, byte[]> tables;

	private final Statistics statistics;

	private final EventSerde<Event> serde = new EventSerde<>(Event.class);

	CountingListener(int generation, BatchMessageListener<String, byte[]> tables, Statistics statistics) {
		this.generation = generation;
		this.tables = tables;
		this.statistics = statistics;
	}

	@Override
	public void onMessage(List<ConsumerRecord<String, byte[]>> records) {
		tables.onMessage(records);
		Map<ConsumerRecord<String, byte[]>, Event> events = new LinkedHashMap<>();
		for (ConsumerRecord<String, byte[]> record : records) {
			try {
				events.put(record, serde.deserialize(record.topic(), record.headers(), record.value()));
			}
			catch (SerializationException _) {
				// The tables have set it aside.
			}
		}
		statistics.add(generation, events);
	}

}
