package io.parley.comments.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of streams.
 *
 * @param maxStreams that may be open in one process; 0 for as many as the heap has room
 * for, see {@link #mostStreams}
 * @param bufferedEvents that wait for one slow reader before it is cut off
 * @param heartbeat how long a stream says nothing
 * @param pollInterval how often the database is asked while a stream is open
 */
@ConfigurationProperties("parley.live")
record LiveSettings(@DefaultValue("0") int maxStreams, @DefaultValue("256") int bufferedEvents,
		@DefaultValue("15s") Duration heartbeat, @DefaultValue("200ms") Duration pollInterval) {

	/** What the rest of the service needs. */
	private static final long HEAP_BESIDES = 100L << 20;

	/** Mostly the web server's buffers, which it keeps for each connection. */
	private static final long HEAP_OF_STREAM = 128L << 10;

	private static final long MOST = 6000;

	private static final long LEAST = 100;

	/**
	 * How many may be open. A service whose heap is full of readers would end, and all of
	 * them with it.
	 * @param heap in bytes
	 */
	long mostStreams(long heap) {
		return (maxStreams > 0) ? maxStreams : Math.clamp((heap - HEAP_BESIDES) / HEAP_OF_STREAM, LEAST, MOST);
	}

}
