package io.parley.local.system;

import java.nio.file.Path;

import io.parley.local.up.FreePorts;
import io.parley.local.up.LocalInstallation;

/** Installations of their own for tests. */
final class Installations {

	private Installations() {
	}

	static LocalInstallation start(Path data) {
		return LocalInstallation.start(FreePorts.options(data));
	}

}
