package io.parley.trace;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Tells the trace of the request that the calling thread serves. Events carry it, at once
 * or from the outbox, so that a decision can be found from the request. To be imported by
 * a service; thread-safe.
 */
public class Traces {

	/** The header of HTTP and of records. */
	public static final String HEADER = "traceparent";

	private static final String VERSION = "00";

	private final Tracer tracer;

	/** Where tracing is switched off, nothing has a trace. */
	Traces(ObjectProvider<Tracer> tracer) {
		this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
	}

	/**
	 * The trace context, or null outside of a request.
	 * @see <a href=
	 * "https://www.w3.org/TR/trace-context/#traceparent-header">traceparent</a>
	 */
	public @Nullable String current() {
		TraceContext context = tracer.currentTraceContext().context();
		if (context == null || context.traceId().isEmpty()) {
			return null;
		}
		String flags = Boolean.TRUE.equals(context.sampled()) ? "01" : "00";
		return VERSION + '-' + context.traceId() + '-' + context.spanId() + '-' + flags;
	}

}
