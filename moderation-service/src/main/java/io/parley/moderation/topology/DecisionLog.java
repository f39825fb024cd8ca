package io.parley.moderation.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

import io.parley.contract.Decision;
import io.parley.contract.Hit;
import io.parley.contract.Json;
import io.parley.contract.RuleMode;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line of JSON for each new decision, under the logger {@code parley.decision}: what
 * was decided and why, without a word of the comment. It is written before the decision's
 * transaction ends, so after a crash a decision may stand there twice, with the same id.
 */
final class DecisionLog {

	private static final Logger log = LoggerFactory.getLogger("parley.decision");

	private DecisionLog() {
	}

	static void write(Decision decision, Headers headers, long micros, long waitedMillis) {
		if (log.isInfoEnabled()) {
			log.info(line(decision, headers, micros, waitedMillis));
		}
	}

	static String line(Decision decision, Headers headers, long micros, long waitedMillis) {
		Decision.PublicReason reason = decision.publicReason();
		return Json.MAPPER.writeValueAsString(new Line("decision", decision.decisionId(), decision.commentId(),
				decision.revision(), decision.ordinal(), decision.site(), decision.threadId(), decision.authorKey(),
				decision.verdict().name(), decision.source().name(), decision.moderator(), decision.score(),
				rules(decision, RuleMode.LIVE), rules(decision, RuleMode.SHADOW), decision.shadowVerdict().name(),
				decision.degraded().stream().map(Decision.Degraded::name).toList(), decision.policyHash(),
				(reason != null) ? reason.code() : null, decision.decidedAt().toString(), waitedMillis, micros,
				traceId(headers)));
	}

	private static List<String> rules(Decision decision, RuleMode mode) {
		return decision.hits().stream().filter(hit -> hit.mode() == mode).map(Hit::rule).toList();
	}

	/**
	 * The second field of a W3C trace context.
	 * @see <a href=
	 * "https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
	 */
	private static @Nullable String traceId(Headers headers) {
		Header header = headers.lastHeader("traceparent");
		if (header == null || header.value() == null || header.value().length != 55) {
			return null;
		}
		String id = new String(header.value(), 3, 32, UTF_8);
		return id.chars().allMatch(digit -> Character.digit(digit, 16) >= 0) ? id : null;
	}

	/**
	 * @param event what the line tells, for who filters a stream of lines
	 * @param rules the live rules that matched
	 * @param waitedMillis from the event's arrival in Kafka until now
	 * @param micros what deciding took
	 */
	private record Line(String event, String decisionId, String commentId, int revision, int ordinal, String site,
			String threadId, String authorKey, String verdict, String source, @Nullable String moderator, int score,
			List<String> rules, List<String> shadowRules, String shadowVerdict, List<String> degraded,
			String policyHash, @Nullable String reason, String decidedAt, long waitedMillis, long micros,
			@Nullable String traceId) {
	}

}
