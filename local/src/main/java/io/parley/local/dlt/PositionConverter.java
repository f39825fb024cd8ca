package io.parley.local.dlt;

import picocli.CommandLine.ITypeConverter;

/** Tells picocli how positions are written. */
final class PositionConverter implements ITypeConverter<Position> {

	@Override
	public Position convert(String text) {
		return Position.parse(text);
	}

}
