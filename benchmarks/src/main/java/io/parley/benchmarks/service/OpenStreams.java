package io.parley.benchmarks.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Many readers of server-sent events on one thread. */
final class OpenStreams implements AutoCloseable {

	/** Begins the line that tells what a reader is to see; heartbeats have none. */
	private static final byte[] DATA = "\ndata:".getBytes(StandardCharsets.US_ASCII);

	private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

	private final Selector selector = Selector.open();

	private final AtomicLong events = new AtomicLong();

	private final AtomicLong answered = new AtomicLong();

	private final AtomicLong closed = new AtomicLong();

	private final URI service;

	private final String key;

	private volatile boolean stopped;

	OpenStreams(URI service, String key) throws IOException {
		this.service = service;
		this.key = key;
		Thread.ofPlatform().name("streams").daemon().start(this::read);
	}

	/** Opens so many, over so many threads; returns when all have been answered. */
	void open(int count, int threads) throws IOException, InterruptedException {
		for (int number = 0; number < count; number++) {
			SocketChannel channel = SocketChannel
				.open(new InetSocketAddress(this.service.getHost(), this.service.getPort()));
			String request = "GET /v1/threads/article-" + number % threads + "/stream HTTP/1.1\r\nHost: "
					+ this.service.getAuthority() + "\r\nAuthorization: Bearer " + this.key + "\r\n\r\n";
			ByteBuffer bytes = ByteBuffer.wrap(request.getBytes(StandardCharsets.US_ASCII));
			while (bytes.hasRemaining()) {
				var _ = channel.write(bytes);
			}
			channel.configureBlocking(false);
			channel.register(this.selector, SelectionKey.OP_READ, new Reader());
			this.selector.wakeup();
		}
		long giveUp = System.nanoTime() + PATIENCE_NANOS;
		while (this.answered.get() < count) {
			if (System.nanoTime() - giveUp > 0 || this.closed.get() > 0) {
				throw new IllegalStateException("Only " + this.answered + " of " + count + " streams were opened, "
						+ this.closed + " were refused");
			}
			TimeUnit.MILLISECONDS.sleep(50);
		}
	}

	long events() {
		return this.events.get();
	}

	long closed() {
		return this.closed.get();
	}

	private void read() {
		ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
		try {
			while (!this.stopped) {
				var _ = this.selector
					.select(key -> read((SocketChannel) key.channel(), (Reader) key.attachment(), buffer), 100);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read(SocketChannel channel, Reader reader, ByteBuffer buffer) {
		try {
			buffer.clear();
			if (channel.read(buffer) < 0) {
				this.closed.incrementAndGet();
				channel.close();
				return;
			}
			if (!reader.answered) {
				reader.answered = true;
				this.answered.incrementAndGet();
			}
			buffer.flip();
			this.events.addAndGet(reader.count(buffer));
		}
		catch (IOException _) {
			this.closed.incrementAndGet();
		}
	}

	@Override
	public void close() throws IOException {
		this.stopped = true;
		this.selector.close();
	}

	/** One stream. For one thread. */
	private static final class Reader {

		private boolean answered;

		private int matched;

		long count(ByteBuffer bytes) {
			long found = 0;
			while (bytes.hasRemaining()) {
				byte next = bytes.get();
				this.matched = (next == DATA[this.matched]) ? this.matched + 1 : (next == DATA[0]) ? 1 : 0;
				if (this.matched == DATA.length) {
					found++;
					this.matched = 0;
				}
			}
			return found;
		}

	}

}
