package io.parley.local.system;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

import io.parley.contract.Topics;
import io.parley.local.chaos.Log;
import io.parley.local.up.LocalInstallation;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * All that an installation was told, for another one that has seen nothing.
 *
 * @param policies versions of policies
 * @param inputs comments and what else is decided about or by
 * @param decisions what was decided, by author
 */
record LogCopy(List<ConsumerRecord<byte[], byte[]>> policies, List<ConsumerRecord<byte[], byte[]>> inputs,
		Map<String, List<String>> decisions) {

	static LogCopy of(Log log) {
		return new LogCopy(log.read(Topics.POLICIES), log.read(Topics.COMMENTS), decisions(log));
	}

	static Map<String, List<String>> decisions(Log log) {
		return log.read(Topics.DECISIONS)
			.stream()
			.collect(groupingBy(record -> text(record.key()), mapping(record -> text(record.value()), toList())));
	}

	/** Lets it decide about the same. */
	void writeTo(LocalInstallation parley) throws ExecutionException, InterruptedException {
		parley.moderationService(0).kill();
		Log log = new Log(parley.runFile().bootstrapServers());
		log.write(this.policies);
		log.write(this.inputs);
		parley.moderationService(0).start();
	}

	/**
	 * Whether all was decided there. What many authors do is told anew, at the end of the
	 * log, and changes nothing.
	 */
	boolean isDecidedIn(Log log) throws ExecutionException, InterruptedException {
		return log.read(Topics.COMMENTS).size() > this.inputs.size() && log.lag("parley-moderation") == 0;
	}

	private static String text(byte[] bytes) {
		return new String(bytes, StandardCharsets.UTF_8);
	}

}
