package io.parley.moderation.console;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.parley.moderation.policy.Trust;
import io.parley.moderation.projection.Urgency;

/** A filter as a condition on rows of {@code queue q}, without those being decided. */
record QueueCondition(String sql, Map<String, Object> values) {

	/** Who decided about a comment waits to see it gone. */
	private static final String OPEN = """
			not exists (select from action open where open.comment_id = q.comment_id and open.revision = q.revision
			    and open.ordinal = q.ordinal and open.state in ('WAITING', 'SENT'))""";

	private static final String POINTS = "(q.approved + (:moderatorWeight - 1) * q.approved_by_moderators)";

	/** The word of {@link io.parley.moderation.policy.TrustLevel} for a row. */
	static final String TRUST = """
			case when q.role in ('staff', 'moderator') then 'staff'
			     when q.role = 'trusted' then 'trusted'
			     when %1$s >= :trustedFrom and q.rejected * 100 < :rejectedPercent * (q.approved + q.rejected) then 'trusted'
			     when %1$s >= :knownFrom then 'known'
			     else 'new' end"""
		.formatted(POINTS);

	static QueueCondition of(QueueFilter filter, Trust trust) {
		StringBuilder sql = new StringBuilder(OPEN);
		Map<String, Object> values = new HashMap<>(filter.asked());
		values.put("moderatorWeight", trust.moderatorWeight());
		values.put("trustedFrom", trust.trusted());
		values.put("rejectedPercent", trust.rejectedPercent());
		values.put("knownFrom", trust.known());
		filter.asked().keySet().forEach(name -> sql.append(" and ").append(switch (name) {
			case "site" -> "q.site = :site";
			case "thread" -> "q.thread_id = :thread";
			case "rule" -> "q.rules @> array[:rule]::text[]";
			case "reason" -> "q.reasons @> array[:reason]::text[]";
			case "language" -> "q.language = :language";
			case "trust" -> TRUST + " = :trust";
			case "urgency" -> "q.urgency = :urgencyNumber";
			default -> throw new IllegalStateException("No column for " + name);
		}));
		if (filter.urgency() != null) {
			values.put("urgencyNumber", number(filter.urgency()));
		}
		return new QueueCondition(sql.toString(), Map.copyOf(values));
	}

	/** No row has −1. */
	private static int number(String urgency) {
		try {
			return Urgency.valueOf(urgency.toUpperCase(Locale.ROOT)).rank();
		}
		catch (IllegalArgumentException _) {
			return -1;
		}
	}

}
