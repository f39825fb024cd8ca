package io.parley.moderation.projection;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.parley.contract.Event;
import io.parley.moderation.projection.Tally.Column;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * Counts the log into the tables of statistics, each record once: the tables know where
 * counting stopped. All instances add to the same rows, always in the same order, so that
 * none waits for another in a circle. Thread-safe.
 */
@Repository
class Statistics {

	private static final Duration KEPT = Duration.ofHours(25);

	private static final Comparator<TopicPartition> PARTITIONS = Comparator.comparing(TopicPartition::topic)
		.thenComparingInt(TopicPartition::partition);

	/** In the order of the table. */
	private static final List<Column> COLUMNS = List.of(Column.COMMENTS, Column.APPROVED, Column.HELD, Column.REJECTED,
			Column.REVIEWED, Column.DEGRADED);

	private final JdbcTemplate jdbc;

	private final Generations generations;

	private final Clock clock;

	Statistics(JdbcTemplate jdbc, Generations generations, Clock clock) {
		this.jdbc = jdbc;
		this.generations = generations;
		this.clock = clock;
	}

	/** Adds records that were not counted yet, for a generation of the tables. */
	void add(int generation, Map<ConsumerRecord<String, byte[]>, Event> events) {
		generations.inTransactionOf(generation, () -> {
			Map<TopicPartition, Long> places = places(events);
			Tally tally = new Tally(clock.millis() - KEPT.toMillis());
			Map<TopicPartition, Long> next = new TreeMap<>(PARTITIONS);
			events.forEach((record, event) -> {
				TopicPartition partition = partition(record);
				if (record.offset() >= places.getOrDefault(partition, 0L)) {
					tally.add(record, event);
					next.merge(partition, record.offset() + 1, Math::max);
				}
			});
			put(tally);
			jdbc.batchUpdate("update statistic_place set next = ? where topic = ? and part = ?", next.entrySet()
				.stream()
				.map(place -> new Object[] { place.getValue(), place.getKey().topic(), place.getKey().partition() })
				.toList());
		});
	}

	private static TopicPartition partition(ConsumerRecord<?, ?> record) {
		return new TopicPartition(record.topic(), record.partition());
	}

	/** Locks them, for an instance that has lost a partition may still be writing. */
	private Map<TopicPartition, Long> places(Map<ConsumerRecord<String, byte[]>, Event> events) {
		List<TopicPartition> partitions = events.keySet()
			.stream()
			.map(Statistics::partition)
			.distinct()
			.sorted(PARTITIONS)
			.toList();
		jdbc.batchUpdate("insert into statistic_place values (?, ?, 0) on conflict do nothing",
				partitions.stream().map(place -> new Object[] { place.topic(), place.partition() }).toList());
		Map<TopicPartition, Long> places = new HashMap<>();
		for (TopicPartition partition : partitions) {
			places.put(partition,
					jdbc.queryForObject("select next from statistic_place where topic = ? and part = ? for update",
							Long.class, partition.topic(), partition.partition()));
		}
		return places;
	}

	private void put(Tally tally) {
		List<Object[]> slots = new ArrayList<>();
		tally.slots()
			.forEach((slot,
					counts) -> slots.add(Stream
						.concat(Stream.of(time(slot)), COLUMNS.stream().map(column -> counts.getOrDefault(column, 0)))
						.toArray()));
		jdbc.batchUpdate("""
				insert into statistic_slot as s values (?, ?, ?, ?, ?, ?, ?)
				on conflict (slot) do update set comments = s.comments + excluded.comments,
				  approved = s.approved + excluded.approved, held = s.held + excluded.held,
				  rejected = s.rejected + excluded.rejected, reviewed = s.reviewed + excluded.reviewed,
				  degraded = s.degraded + excluded.degraded""", slots);
		List<Object[]> waits = new ArrayList<>();
		tally.waits()
			.forEach((slot, classes) -> new TreeMap<>(classes)
				.forEach((waitClass, count) -> waits.add(new Object[] { time(slot), waitClass, count })));
		jdbc.batchUpdate("""
				insert into statistic_wait as s values (?, ?, ?)
				on conflict (slot, class) do update set decisions = s.decisions + excluded.decisions""", waits);
		List<Object[]> hits = new ArrayList<>();
		tally.hits()
			.forEach((slot, rules) -> new TreeMap<>(rules)
				.forEach((rule, count) -> hits.add(new Object[] { time(slot), rule, count })));
		jdbc.batchUpdate("""
				insert into statistic_hit as s values (?, ?, ?)
				on conflict (slot, rule) do update set hits = s.hits + excluded.hits""", hits);
		List<Object[]> rules = new ArrayList<>();
		tally.rules()
			.forEach((rule, counts) -> rules
				.add(new Object[] { rule, counts.hits(), counts.upheld(), counts.overturned(),
						(counts.lastMillis() > 0) ? time(Instant.ofEpochMilli(counts.lastMillis())) : null }));
		jdbc.batchUpdate("""
				insert into statistic_rule as s values (?, ?, ?, ?, ?)
				on conflict (rule) do update set hits = s.hits + excluded.hits, upheld = s.upheld + excluded.upheld,
				  overturned = s.overturned + excluded.overturned, last_at = greatest(s.last_at, excluded.last_at)""",
				rules);
	}

	private static Timestamp time(Instant instant) {
		return Timestamp.from(instant);
	}

	@Scheduled(fixedDelayString = "15m", initialDelayString = "1m")
	void forget() {
		Timestamp oldest = time(clock.instant().minus(KEPT));
		try {
			for (String table : List.of("statistic_slot", "statistic_wait", "statistic_hit")) {
				jdbc.update("delete from " + table + " where slot < ?", oldest);
			}
		}
		catch (DataAccessException _) {
			// The health of the database says so; the next time will do.
		}
	}

}
