package io.parley.local.table;

/**
 * Takes rows, in the order of the file.
 *
 * @param <X> what taking a row may throw; it ends the reading
 */
@FunctionalInterface
public interface RowSink<R, X extends Exception> {

	void accept(R row) throws X;

}
