package io.parley.comments.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of streams.
 *
 * @param maxStreams that may be open in one process
 * @param bufferedEvents that wait for one slow reader before it is cut off
 * @param heartbeat how long a stream says nothing
 * @param pollInterval how often the database is asked while a stream is open
 */
@ConfigurationProperties("parley.live")
record LiveSettings(@DefaultValue("6000") int maxStreams, @DefaultValue("256") int bufferedEvents,
		@DefaultValue("15s") Duration heartbeat, @DefaultValue("200ms") Duration pollInterval) {
}
