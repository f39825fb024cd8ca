package io.parley.local.system;

import java.nio.file.Path;
import java.util.stream.IntStream;

import io.parley.backends.Ports;
import io.parley.local.command.Checkout;
import io.parley.local.up.InstallationOptions;
import io.parley.local.up.LocalInstallation;

/** Installations on ports that nobody uses. */
final class Installations {

	private static final int SPAN = 60;

	private Installations() {
	}

	static LocalInstallation start(Path data) {
		return LocalInstallation.start(new InstallationOptions(Checkout.folder(), data, freePortBase(), 1));
	}

	static int freePortBase() {
		return IntStream.iterate(20_000, base -> base < 60_000, base -> base + SPAN)
			.filter(base -> IntStream.range(base, base + SPAN).allMatch(Ports::isFree))
			.findFirst()
			.orElseThrow();
	}

}
