package io.parley.local.up;

import java.nio.file.Path;

import io.parley.backends.Ports;
import io.parley.local.command.Checkout;

/** Options of an installation that collides with no other on this machine. */
public final class FreePorts {

	private FreePorts() {
	}

	public static InstallationOptions options(Path data) {
		while (true) {
			int base = Math.min(Ports.free(), 60_000);
			InstallationOptions options = new InstallationOptions(Checkout.folder(), data, base, 1);
			if (options.ports().keySet().stream().allMatch(Ports::isFree)) {
				return options;
			}
		}
	}

}
