package io.parley.moderation.topology;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * Window stores in RocksDB that are taken for what they are while they are empty.
 * <p>
 * Kafka Streams 4.3 keeps how far a store has read its changelog in the store itself
 * (KIP-1035), a window store's in its segments. One that was never written has none, thus
 * forgets it; with exactly-once processing its task then counts as corrupted and loses
 * all its local state, at each start and, with no end, at each try to take it over from
 * another instance. An empty store has nothing to lose, so it says that it has read
 * nothing, as a store of other kinds would.
 * <p>
 * After a crash a store is refused when it is opened, which is right: it may hold what
 * was never committed. But Kafka Streams 4.3 then keeps the segment that it could not
 * open, and asking the emptied store ends the stream thread. So whoever fails to open one
 * closes it.
 */
record WindowsOnDisk(WindowBytesStoreSupplier supplier) implements WindowBytesStoreSupplier {

	/** What Kafka Streams itself commits where nothing was read. */
	static final long NOTHING_READ = -4;

	/**
	 * @param kept how long entries are kept at least
	 */
	static WindowsOnDisk of(String name, Duration kept) {
		return new WindowsOnDisk(Stores.persistentWindowStore(name, kept, Duration.ofMillis(1), false));
	}

	@Override
	public String name() {
		return supplier.name();
	}

	@Override
	public WindowStore<Bytes, byte[]> get() {
		return new Store(supplier.get());
	}

	@Override
	public String metricsScope() {
		return supplier.metricsScope();
	}

	@Override
	public long segmentIntervalMs() {
		return supplier.segmentIntervalMs();
	}

	@Override
	public long windowSize() {
		return supplier.windowSize();
	}

	@Override
	public boolean retainDuplicates() {
		return supplier.retainDuplicates();
	}

	@Override
	public long retentionPeriod() {
		return supplier.retentionPeriod();
	}

	/** All as the other one, but for {@link #committedOffset} and {@link #init}. */
	private record Store(WindowStore<Bytes, byte[]> windows) implements WindowStore<Bytes, byte[]> {

		@Override
		public @Nullable Long committedOffset(TopicPartition partition) {
			Long offset = windows.committedOffset(partition);
			return (offset == null && isEmpty()) ? Long.valueOf(NOTHING_READ) : offset;
		}

		private boolean isEmpty() {
			try (KeyValueIterator<Windowed<Bytes>, byte[]> entries = windows.all()) {
				return !entries.hasNext();
			}
		}

		@Override
		public void commit(Map<TopicPartition, Long> changelogOffsets) {
			windows.commit(changelogOffsets);
		}

		@Override
		@SuppressWarnings("deprecation") // Kafka Streams still asks
		public boolean managesOffsets() {
			return windows.managesOffsets();
		}

		@Override
		public String name() {
			return windows.name();
		}

		@Override
		public void init(StateStoreContext context, StateStore root) {
			try {
				windows.init(context, root);
			}
			catch (RuntimeException ex) {
				windows.close();
				throw ex;
			}
		}

		@Override
		public void close() {
			windows.close();
		}

		@Override
		public boolean persistent() {
			return windows.persistent();
		}

		@Override
		public boolean isOpen() {
			return windows.isOpen();
		}

		@Override
		public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
			return windows.query(query, bound, config);
		}

		@Override
		public Position getPosition() {
			return windows.getPosition();
		}

		@Override
		public void put(Bytes key, byte @Nullable [] value, long windowStart) {
			windows.put(key, value, windowStart);
		}

		@Override
		public byte @Nullable [] fetch(Bytes key, long time) {
			return windows.fetch(key, time);
		}

		@Override
		public WindowStoreIterator<byte[]> fetch(Bytes key, long from, long to) {
			return windows.fetch(key, from, to);
		}

		@Override
		public WindowStoreIterator<byte[]> backwardFetch(Bytes key, long from, long to) {
			return windows.backwardFetch(key, from, to);
		}

		@Override
		public KeyValueIterator<Windowed<Bytes>, byte[]> fetch(Bytes keyFrom, Bytes keyTo, long from, long to) {
			return windows.fetch(keyFrom, keyTo, from, to);
		}

		@Override
		public KeyValueIterator<Windowed<Bytes>, byte[]> backwardFetch(Bytes keyFrom, Bytes keyTo, long from, long to) {
			return windows.backwardFetch(keyFrom, keyTo, from, to);
		}

		@Override
		public KeyValueIterator<Windowed<Bytes>, byte[]> fetchAll(long from, long to) {
			return windows.fetchAll(from, to);
		}

		@Override
		public KeyValueIterator<Windowed<Bytes>, byte[]> backwardFetchAll(long from, long to) {
			return windows.backwardFetchAll(from, to);
		}

		@Override
		public KeyValueIterator<Windowed<Bytes>, byte[]> all() {
			return windows.all();
		}

		@Override
		public KeyValueIterator<Windowed<Bytes>, byte[]> backwardAll() {
			return windows.backwardAll();
		}

	}

}
