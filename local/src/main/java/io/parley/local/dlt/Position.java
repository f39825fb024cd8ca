package io.parley.local.dlt;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.apache.kafka.common.TopicPartition;
import picocli.CommandLine.TypeConversionException;

/** Where a record lies, written as {@code comments.dlt-3@17}. */
record Position(TopicPartition partition, long offset) {

	private static final Pattern FORM = Pattern.compile("([a-z.]+)-(\\d{1,9})@(\\d{1,18})");

	/**
	 * @throws TypeConversionException if the text is of another form
	 */
	static Position parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			throw new TypeConversionException("'" + text + "' is no position such as comments.dlt-3@17");
		}
		return new Position(new TopicPartition(matcher.group(1), Integer.parseInt(matcher.group(2))),
				Long.parseLong(matcher.group(3)));
	}

	@Override
	public String toString() {
		return this.partition + "@" + this.offset;
	}

}
