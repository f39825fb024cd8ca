package io.parley.local.table;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * The lines of a UTF-8 file, one at a time. Only a line feed ends a line, since a text
 * may hold any other separator, and bytes that are not UTF-8 cost their line alone. Not
 * thread-safe.
 */
final class Lines implements AutoCloseable {

	private final InputStream input;

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();

	private final byte[] chunk = new byte[1 << 16];

	private int position;

	private int limit;

	private byte[] line = new byte[1 << 12];

	private int length;

	private long number;

	Lines(InputStream input) {
		this.input = input;
	}

	/** Moves to the next line; false at the end. */
	boolean next() {
		length = 0;
		number++;
		boolean any = false;
		while (position < limit || fill()) {
			any = true;
			int end = position;
			while (end < limit && chunk[end] != '\n') {
				end++;
			}
			append(end);
			if (end < limit) {
				position = end + 1;
				return true;
			}
			position = end;
		}
		return any;
	}

	/** The number of the line, from 1. */
	long number() {
		return number;
	}

	/** The text without its end, or null if it is not UTF-8. */
	@Nullable String text() {
		int end = length > 0 && line[length - 1] == '\r' ? length - 1 : length;
		try {
			return decoder.decode(ByteBuffer.wrap(line, 0, end)).toString();
		}
		catch (CharacterCodingException malformed) {
			return null;
		}
	}

	private boolean fill() {
		try {
			position = 0;
			limit = Math.max(0, input.read(chunk));
			return limit > 0;
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	private void append(int end) {
		int added = end - position;
		if (length + added > line.length) {
			line = Arrays.copyOf(line, Math.max(line.length * 2, length + added));
		}
		System.arraycopy(chunk, position, line, length, added);
		length += added;
	}

	@Override
	public void close() {
		try {
			input.close();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

}
