package io.parley.trace;

import java.util.HashMap;
import java.util.Map;

import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
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

	private final Tracer tracer;

	private final Propagator propagator;

	/** Where tracing is switched off, nothing has a trace. */
	Traces(ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> propagator) {
		this.tracer = tracer.getIfAvailable(() -> Tracer.NOOP);
		this.propagator = propagator.getIfAvailable(() -> Propagator.NOOP);
	}

	/** The trace context in the form of W3C, or null outside of a request. */
	public @Nullable String current() {
		TraceContext context = tracer.currentTraceContext().context();
		if (context == null) {
			return null;
		}
		Map<String, String> headers = new HashMap<>();
		propagator.inject(context, headers, (carrier, name, value) -> {
			if (carrier != null) {
				carrier.put(name, value);
			}
		});
		return headers.get(HEADER);
	}

}
