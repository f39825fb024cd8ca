package io.parley.local.up;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.parley.backends.Ports;
import io.parley.local.command.Checkout;
import org.jspecify.annotations.Nullable;

/** Options of an installation that collides with no other on this machine. */
public final class FreePorts {

	private FreePorts() {
	}

	public static InstallationOptions options(Path data) {
		return options(data, 1, null);
	}

	/**
	 * @param policy null for the starter policy
	 */
	public static InstallationOptions options(Path data, int moderationInstances, @Nullable Path policy) {
		return options(data, moderationInstances, policy, Map.of());
	}

	/**
	 * @param policy null for the starter policy
	 * @param environment more variables for the processes of the services
	 */
	public static InstallationOptions options(Path data, int moderationInstances, @Nullable Path policy,
			Map<String, String> environment) {
		while (true) {
			// Below the ports that systems give to outgoing connections, which come and
			// go.
			int base = ThreadLocalRandom.current().nextInt(20_000, 32_000);
			InstallationOptions options = new InstallationOptions(Checkout.folder(), data, base, moderationInstances,
					policy, environment);
			if (options.ports().keySet().stream().allMatch(Ports::isFree)) {
				return options;
			}
		}
	}

}
