package io.parley.local.replay;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;

import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.local.command.CommandFailure;
import io.parley.local.table.CommentRow;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The decisions of a replay as JSON lines, in the order in which they came. The comment
 * id is the row's own, as {@code policy judge} writes it, so that both files can be
 * compared.
 */
final class DecisionFile implements AutoCloseable {

	private final @Nullable Writer lines;

	private final @Nullable Path file;

	private DecisionFile(@Nullable Path file, @Nullable Writer lines) {
		this.file = file;
		this.lines = lines;
	}

	/**
	 * @param file null to write nothing
	 * @throws CommandFailure if the file cannot be written
	 */
	static DecisionFile open(@Nullable Path file) {
		try {
			return new DecisionFile(file, (file != null) ? Files.newBufferedWriter(file) : null);
		}
		catch (IOException failure) {
			throw unwritable(file, failure);
		}
	}

	void write(CommentRow row, Decision decision) {
		if (lines == null) {
			return;
		}
		ObjectNode line = Json.MAPPER.valueToTree(decision);
		line.put("commentId", row.id());
		try {
			lines.write(Json.MAPPER.writeValueAsString(line) + '\n');
		}
		catch (IOException failure) {
			throw unwritable(file, failure);
		}
	}

	@Override
	public void close() {
		try {
			if (lines != null) {
				lines.close();
			}
		}
		catch (IOException failure) {
			throw unwritable(file, failure);
		}
	}

	private static CommandFailure unwritable(@Nullable Path file, IOException failure) {
		return new CommandFailure(file + " cannot be written: " + failure);
	}

}
