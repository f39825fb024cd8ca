package io.parley.backends;

/**
 * A Kafka and a PostgreSQL server that tests share, whatever they run on. Thread-safe.
 */
interface Servers extends AutoCloseable {

	String bootstrapServers();

	/** The address of one of the databases, without user and password. */
	String jdbcUrl(String database);

	String user();

	String password();

	/** Creates the database unless it exists. */
	void createDatabase(String name);

	/** Ends both servers and removes what they wrote. */
	@Override
	void close();

}
