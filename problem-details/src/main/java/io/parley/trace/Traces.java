package io.parley.trace;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Tells the trace of the request that the calling thread serves. Events carry it, at once
 * or from the outbox, so that a decision can be found from the request, and whoever works
 * on them adds to it. To be imported by a service; thread-safe.
 */
public class Traces {

	/** The header of HTTP and of records. */
	public static final String HEADER = "traceparent";

	private static final String VERSION = "00";

	private static final int LENGTH = 55;

	private final Tracer tracer;

	/** Where tracing is switched off, nothing has a trace. */
	@Autowired
	Traces(ObjectProvider<Tracer> tracer) {
		this(tracer.getIfAvailable(() -> Tracer.NOOP));
	}

	private Traces(Tracer tracer) {
		this.tracer = tracer;
	}

	/** Notes nothing. */
	public static Traces none() {
		return new Traces(Tracer.NOOP);
	}

	/**
	 * The trace context, or null outside of a request.
	 * @see <a href=
	 * "https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
	 */
	public @Nullable String current() {
		TraceContext context = tracer.currentTraceContext().context();
		return (context != null) ? header(context) : null;
	}

	/**
	 * Begins a piece of work that an event asks for, as a part of the event's trace.
	 * Nothing is noted, and next to no time spent, unless the trace is a sampled one.
	 * @param traceparent of the event, or null
	 */
	public Work begin(String name, @Nullable String traceparent) {
		if (tracer.equals(Tracer.NOOP) || traceparent == null || !isSampled(traceparent)) {
			return Work.UNNOTED;
		}
		TraceContext parent = tracer.traceContextBuilder()
			.traceId(traceparent.substring(3, 35))
			.spanId(traceparent.substring(36, 52))
			.sampled(true)
			.build();
		return new Work(tracer.spanBuilder().setParent(parent).name(name).kind(Span.Kind.CONSUMER).start());
	}

	private static boolean isSampled(String traceparent) {
		return traceparent.length() == LENGTH && traceparent.startsWith(VERSION + "-")
				&& (Character.digit(traceparent.charAt(LENGTH - 1), 16) & 1) == 1;
	}

	private static @Nullable String header(TraceContext context) {
		if (context.traceId().isEmpty()) {
			return null;
		}
		String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
		return VERSION + '-' + context.traceId() + '-' + context.spanId() + '-' + flags;
	}

	/** A piece of work; closing ends it. */
	public static final class Work implements AutoCloseable {

		private static final Work UNNOTED = new Work(null);

		private final @Nullable Span span;

		private Work(@Nullable Span span) {
			this.span = span;
		}

		/** What events that it leads to should carry; null to leave theirs as it is. */
		public @Nullable String traceparent() {
			return (span != null) ? header(span.context()) : null;
		}

		@Override
		public void close() {
			if (span != null) {
				span.end();
			}
		}

	}

}
