package io.parley.local.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A collector of traces: takes OTLP over HTTP and keeps who did what within which. Reads
 * of the messages only the fields that it needs.
 *
 * @see <a href=
 * "https://github.com/open-telemetry/opentelemetry-proto/blob/main/opentelemetry/proto/trace/v1/trace.proto">trace.proto</a>
 */
final class Collector implements AutoCloseable {

	private final HttpServer server;

	private final List<Span> spans = new CopyOnWriteArrayList<>();

	Collector() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
		server.createContext("/v1/traces", this::take);
		server.start();
	}

	URI url() {
		return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
	}

	List<Span> trace(String traceId) {
		return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
	}

	private void take(HttpExchange exchange) throws IOException {
		try (exchange) {
			for (Message resourceSpans : new Message(exchange.getRequestBody().readAllBytes()).messages(1)) {
				String service = resourceSpans.messages(1)
					.stream()
					.flatMap(resource -> resource.messages(1).stream())
					.filter(attribute -> attribute.text(1).equals("service.name"))
					.map(attribute -> attribute.messages(2).getFirst().text(1))
					.findFirst()
					.orElse("");
				resourceSpans.messages(2)
					.stream()
					.flatMap(scopeSpans -> scopeSpans.messages(2).stream())
					.map(span -> new Span(service, span.text(5), span.hex(1), span.hex(2), span.hex(4)))
					.forEach(spans::add);
			}
			exchange.sendResponseHeaders(200, -1);
		}
	}

	@Override
	public void close() {
		server.stop(0);
	}

	/** A piece of work. */
	record Span(String service, String name, String traceId, String id, String parentId) {

	}

	/** A message of Protocol Buffers: numbered fields, of which some hold messages. */
	private static final class Message {

		private final byte[] bytes;

		private final int from;

		private final int to;

		Message(byte[] bytes) {
			this(bytes, 0, bytes.length);
		}

		private Message(byte[] bytes, int from, int to) {
			this.bytes = bytes;
			this.from = from;
			this.to = to;
		}

		/** The fields of a number that have a length. */
		List<Message> messages(int number) {
			List<Message> found = new ArrayList<>();
			int[] at = { from };
			while (at[0] < to) {
				long key = varint(at);
				switch ((int) (key & 7)) {
					case 0 -> varint(at);
					case 1 -> at[0] += 8;
					case 2 -> {
						int length = (int) varint(at);
						if (key >>> 3 == number) {
							found.add(new Message(bytes, at[0], at[0] + length));
						}
						at[0] += length;
					}
					case 5 -> at[0] += 4;
					default -> throw new IllegalArgumentException("No such type of field: " + (key & 7));
				}
			}
			return found;
		}

		String text(int number) {
			return messages(number).stream()
				.map(field -> new String(bytes, field.from, field.to - field.from, UTF_8))
				.findFirst()
				.orElse("");
		}

		String hex(int number) {
			return messages(number).stream()
				.map(field -> HexFormat.of().formatHex(bytes, field.from, field.to))
				.findFirst()
				.orElse("");
		}

		private long varint(int[] at) {
			long value = 0;
			for (int shift = 0; shift < 64; shift += 7) {
				byte next = bytes[at[0]++];
				value |= (long) (next & 0x7f) << shift;
				if (next >= 0) {
					return value;
				}
			}
			throw new IllegalArgumentException("A number does not end");
		}

	}

}
