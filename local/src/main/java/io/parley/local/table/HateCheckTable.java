package io.parley.local.table;

import java.nio.file.Path;
import java.util.function.Consumer;

import io.parley.local.command.CommandFailure;

/**
 * A file of HateCheck cases (Röttger et al., 2021 and 2022): columns
 * {@code functionality}, {@code label_gold}, which is {@code hateful} or
 * {@code non-hateful}, {@code test_case} or {@code text}, and {@code language} if there
 * are several.
 */
public final class HateCheckTable {

	private HateCheckTable() {
	}

	/**
	 * Reads a file from beginning to end; gzipped if its name ends in {@code .gz}.
	 * @param good takes each case, in order
	 * @param bad takes each row that cannot be used
	 * @throws CommandFailure if the file cannot be used at all
	 */
	public static <X extends Exception> void read(Path file, RowSink<? super HateCheckRow, X> good,
			Consumer<BadRow> bad) throws X {
		Table.read(file, columns -> {
			int functionality = columns.need("functionality");
			int label = columns.need("label_gold");
			int text = columns.need("test_case", "text");
			int language = columns.find("language");
			return (line, fields) -> new HateCheckRow(line, (language < 0) ? "" : fields[language],
					Fields.name("functionality", fields[functionality]), isHateful(fields[label]),
					Fields.text("the text", fields[text]));
		}, good, bad);
	}

	private static boolean isHateful(String label) {
		return switch (label) {
			case "hateful" -> true;
			case "non-hateful" -> false;
			default -> throw new BadFieldException("label_gold is '" + label + "', not hateful or non-hateful");
		};
	}

}
