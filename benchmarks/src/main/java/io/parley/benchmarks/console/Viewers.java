package io.parley.benchmarks.console;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Pages that stay open; each is read by a thread of its own. */
final class Viewers implements AutoCloseable {

	private final List<InputStream> streams = new ArrayList<>();

	private final AtomicLong bytes = new AtomicLong();

	void open(Moderator moderator, String path, int count) throws IOException, InterruptedException {
		for (int viewer = 0; viewer < count; viewer++) {
			InputStream stream = moderator.watch(path);
			this.streams.add(stream);
			Thread.ofVirtual().start(() -> read(stream));
		}
	}

	/** What all of them have got. */
	long bytes() {
		return this.bytes.get();
	}

	private void read(InputStream stream) {
		byte[] buffer = new byte[1 << 14];
		try {
			for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
				this.bytes.addAndGet(read);
			}
		}
		catch (IOException _) {
			// Closed.
		}
	}

	@Override
	public void close() throws IOException {
		for (InputStream stream : this.streams) {
			stream.close();
		}
	}

}
