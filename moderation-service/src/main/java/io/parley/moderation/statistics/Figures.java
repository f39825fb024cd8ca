package io.parley.moderation.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.parley.moderation.projection.WaitingComments.Waiting;

/**
 * What the live page shows, for all instances together; rates are a second.
 *
 * @param perSecond comments in the last minute
 * @param points the last half hour, oldest first, none left out
 * @param waits the same time, a minute each
 * @param within which time decisions came in the last five minutes
 * @param lag records before each reader, -1 where it is not known
 * @param campaigns that no moderator has looked at, the latest first
 * @param degraded decisions of the last hour for which a rule could not be evaluated
 */
public record Figures(Instant at, double perSecond, List<Point> points, List<WaitPoint> waits, Wait within,
		Map<String, Long> lag, Waiting queue, long degraded, List<RuleFigures> rules, List<CampaignFigures> campaigns,
		String policy, String policyHash) {

	public Figures {
		points = List.copyOf(points);
		waits = List.copyOf(waits);
		lag = Map.copyOf(lag);
		rules = List.copyOf(rules);
		campaigns = List.copyOf(campaigns);
	}

	/** Seconds since the epoch, and what came in ten seconds. */
	public record Point(long at, int comments, int approved, int held, int rejected) {

	}

	/** Milliseconds, -1 where nothing was decided. */
	public record Wait(long p50, long p95, long p99) {

	}

	/** Those of a minute. */
	public record WaitPoint(long at, Wait within) {

	}

	/** Near-identical comments by several authors. */
	public record CampaignFigures(String id, String site, int authors, int comments, Instant last) {

	}

	/**
	 * A rule.
	 *
	 * @param recent matches in the last hour
	 * @param hits all matches in the log
	 * @param overturned reviews that went against the rule
	 */
	public record RuleFigures(String rule, long recent, long hits, long upheld, long overturned, Instant last) {

		public double perMinute() {
			return recent / 60.0;
		}

		/** Share of the reviews that went against the rule, -1 if there were none. */
		public double overturnRate() {
			long reviews = upheld + overturned;
			return (reviews > 0) ? (double) overturned / reviews : -1;
		}

	}

}
