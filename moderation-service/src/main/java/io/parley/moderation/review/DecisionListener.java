package io.parley.moderation.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.Topics;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/** Keeps the projection up with the topic, one statement a poll. */
@Component
class DecisionListener {

	private static final BinaryOperator<Read> NEWER = BinaryOperator.maxBy(Comparator.comparing(Read::decision,
			Comparator.comparingInt(Decision::revision).thenComparingInt(Decision::ordinal)));

	private final EventSerde<Decision> serde = new EventSerde<>(Decision.class);

	private final DecisionsInForce decisions;

	private final ConsumerRecordRecoverer deadLetters;

	DecisionListener(DecisionsInForce decisions, ConsumerRecordRecoverer deadLetters) {
		this.decisions = decisions;
		this.deadLetters = deadLetters;
	}

	@KafkaListener(id = "parley-moderation-projection", topics = Topics.DECISIONS, batch = "true")
	void onDecisions(List<ConsumerRecord<String, byte[]>> records) {
		Map<String, Read> newest = new LinkedHashMap<>();
		for (ConsumerRecord<String, byte[]> record : records) {
			try {
				Decision decision = serde.deserialize(record.topic(), record.headers(), record.value());
				newest.merge(decision.commentId(), new Read(record, decision), NEWER);
			}
			catch (SerializationException unreadable) {
				deadLetters.accept(record, unreadable);
			}
		}
		try {
			decisions.put(newest.values().stream().map(Read::decision).toList());
		}
		catch (DataIntegrityViolationException _) {
			newest.values().forEach(this::putAlone);
		}
	}

	/** One of them is refused by the database: find it, so that the others go on. */
	private void putAlone(Read read) {
		try {
			decisions.put(List.of(read.decision()));
		}
		catch (DataIntegrityViolationException refused) {
			deadLetters.accept(read.record(), refused);
		}
	}

	private record Read(ConsumerRecord<String, byte[]> record, Decision decision) {
	}

}
