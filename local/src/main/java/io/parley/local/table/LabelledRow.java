package io.parley.local.table;

import java.util.Map;

/**
 * A text of which some things are known.
 *
 * @param source where it is from, or the empty string
 * @param split what it may be used for, or the empty string
 * @param labels what it is and is not, by column; what is unknown is not among them
 * @param extra more about it, or the empty string
 */
public record LabelledRow(long line, String source, String split, Map<String, Boolean> labels, String extra,
		String text) {

	public LabelledRow {
		labels = Map.copyOf(labels);
	}

	/** Whether it is known to be that. */
	public boolean is(String label) {
		return Boolean.TRUE.equals(labels.get(label));
	}

	/** Whether it is known not to be that. */
	public boolean isNot(String label) {
		return Boolean.FALSE.equals(labels.get(label));
	}

}
