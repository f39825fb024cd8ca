package io.parley.moderation.topology;

import java.util.Map;

import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One memory budget for all stores of the process: without it every store of every
 * partition takes its own.
 */
public class BoundedRocksDb implements RocksDBConfigSetter {

	private static final long CACHE_BYTES = 48L << 20;

	private static final long WRITE_BUFFER_BYTES = 24L << 20;

	/**
	 * What a store takes at its first write. By default it is an eighth of its buffer: of
	 * some dozens of stores, nearly empty, most of the budget, so that what is left of it
	 * is written out all the time.
	 */
	private static final long ARENA_BYTES = 32L << 10;

	static {
		// The fields below are native objects; Kafka Streams loads the library later.
		RocksDB.loadLibrary();
	}

	private static final Cache CACHE = new LRUCache(CACHE_BYTES);

	// Write buffers count against the cache, so that the cache is the whole budget.
	private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

	@Override
	public void setConfig(String storeName, Options options, Map<String, Object> configs) {
		if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
			table.setBlockCache(CACHE);
			table.setCacheIndexAndFilterBlocks(true);
			table.setPinTopLevelIndexAndFilter(true);
			options.setTableFormatConfig(table);
		}
		options.setWriteBufferManager(WRITE_BUFFERS);
		options.setWriteBufferSize(2L << 20);
		options.setArenaBlockSize(ARENA_BYTES);
	}

	@Override
	public void close(String storeName, Options options) {
		// The cache and the write buffers are shared by all stores and live as long as
		// the process.
	}

}
