package io.parley.moderation.statistics;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.parley.moderation.policy.Policy;
import io.parley.moderation.projection.Campaigns;
import io.parley.moderation.projection.WaitClasses;
import io.parley.moderation.projection.WaitingComments;
import io.parley.moderation.rollout.PublishedPolicies;
import io.parley.moderation.statistics.Figures.CampaignFigures;
import io.parley.moderation.statistics.Figures.Point;
import io.parley.moderation.statistics.Figures.RuleFigures;
import io.parley.moderation.statistics.Figures.Wait;
import io.parley.moderation.statistics.Figures.WaitPoint;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the statistics: a handful of statements, however many look. Thread-safe. */
@Repository
public class LiveFigures {

	private static final int SLOT = 10;

	private static final int POINTS = 180;

	private static final int TOP = 12;

	private static final int MOST_CAMPAIGNS = 6;

	private final JdbcClient jdbc;

	private final ConsumerLag lag;

	private final WaitingComments queue;

	private final Campaigns campaigns;

	private final PublishedPolicies policies;

	private final Clock clock;

	LiveFigures(JdbcClient jdbc, ConsumerLag lag, WaitingComments queue, Campaigns campaigns,
			PublishedPolicies policies, Clock clock) {
		this.jdbc = jdbc;
		this.lag = lag;
		this.queue = queue;
		this.campaigns = campaigns;
		this.policies = policies;
		this.clock = clock;
	}

	/** As of now. */
	public Figures now() {
		Instant now = clock.instant();
		Map<Long, Point> counted = jdbc.sql("select * from statistic_slot where slot > :from order by slot")
			.param("from", time(now.minus(Duration.ofSeconds((long) SLOT * POINTS))))
			.query((row, _) -> new Point(row.getTimestamp("slot").toInstant().getEpochSecond(), row.getInt("comments"),
					row.getInt("approved"), row.getInt("held"), row.getInt("rejected")))
			.list()
			.stream()
			.collect(Collectors.toMap(Point::at, point -> point));
		List<Point> points = new ArrayList<>();
		long last = now.getEpochSecond() - now.getEpochSecond() % SLOT;
		for (long at = last - (long) SLOT * (POINTS - 1); at <= last; at += SLOT) {
			points.add(counted.getOrDefault(at, new Point(at, 0, 0, 0, 0)));
		}
		SortedMap<Long, List<WaitClasses.Count>> waits = waits(now);
		Policy policy = policies.inForce();
		return new Figures(now, perSecond(points), points,
				waits.entrySet()
					.stream()
					.map(minute -> new WaitPoint(minute.getKey(), within(minute.getValue())))
					.toList(),
				within(waits.tailMap(now.minus(Duration.ofMinutes(5)).getEpochSecond())
					.values()
					.stream()
					.flatMap(List::stream)
					.toList()),
				lag(), queue.last(), degraded(now), rules(now, TOP), campaigns(), policy.name(), policy.hash());
	}

	/** Six whole slots, for the one that has just begun tells too little. */
	private static double perSecond(List<Point> points) {
		return points.subList(POINTS - 7, POINTS - 1).stream().mapToInt(Point::comments).sum() / (6.0 * SLOT);
	}

	private SortedMap<Long, List<WaitClasses.Count>> waits(Instant now) {
		SortedMap<Long, List<WaitClasses.Count>> minutes = new TreeMap<>();
		jdbc.sql("""
				select floor(extract(epoch from slot) / 60)::bigint * 60 as minute, class, sum(decisions) as decisions
				from statistic_wait where slot > :from group by 1, 2""")
			.param("from", time(now.minus(Duration.ofSeconds((long) SLOT * POINTS))))
			.query(row -> {
				minutes.computeIfAbsent(row.getLong("minute"), _ -> new ArrayList<>())
					.add(new WaitClasses.Count(row.getInt("class"), row.getLong("decisions")));
			});
		return minutes;
	}

	private static Wait within(List<WaitClasses.Count> counts) {
		return new Wait(WaitClasses.percentile(counts, 0.5), WaitClasses.percentile(counts, 0.95),
				WaitClasses.percentile(counts, 0.99));
	}

	private Map<String, Long> lag() {
		Map<String, Long> readers = new HashMap<>();
		for (Reader reader : Reader.values()) {
			readers.put(reader.tag(), lag.last().of(reader));
		}
		return readers;
	}

	private long degraded(Instant now) {
		return jdbc.sql("select coalesce(sum(degraded), 0) from statistic_slot where slot > :from")
			.param("from", time(now.minus(Duration.ofHours(1))))
			.query(Long.class)
			.single();
	}

	private List<CampaignFigures> campaigns() {
		return campaigns.page(null, Campaigns.Status.OPEN, null, MOST_CAMPAIGNS)
			.stream()
			.map(seen -> new CampaignFigures(seen.campaignId(), seen.site(), seen.authors(), seen.size(),
					seen.lastAt()))
			.toList();
	}

	/** All rules that ever matched, the busiest of the last hour first. */
	public List<RuleFigures> rules(Instant now, int most) {
		return jdbc.sql("""
				select r.*, coalesce(h.hits, 0) as recent from statistic_rule r
				left join (select rule, sum(hits) as hits from statistic_hit where slot > :from group by rule) h
				  on h.rule = r.rule
				order by recent desc, r.hits desc, r.rule limit :most""")
			.param("from", time(now.minus(Duration.ofHours(1))))
			.param("most", most)
			.query((row, _) -> {
				Timestamp last = row.getTimestamp("last_at");
				return new RuleFigures(row.getString("rule"), row.getLong("recent"), row.getLong("hits"),
						row.getLong("upheld"), row.getLong("overturned"),
						(last != null) ? last.toInstant() : Instant.EPOCH);
			})
			.list();
	}

	private static Timestamp time(Instant instant) {
		return Timestamp.from(instant);
	}

}
