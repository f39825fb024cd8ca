package io.parley.local.up;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.parley.moderation.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/**
 * Where an installation lives.
 *
 * @param checkout folder of the built sources
 * @param data folder that keeps everything that was written
 * @param portBase port of the comment service; the others follow from it
 * @param moderationInstances how many moderation services share the work, at least 1
 * @param policy the policy file, the name of a packaged policy, or null for the one that
 * comes with Parley
 * @param environment more variables for the processes of the services
 */
public record InstallationOptions(Path checkout, Path data, int portBase, int moderationInstances,
		@Nullable Path policy, Map<String, String> environment) {

	private static final int BROKER = 50;

	public InstallationOptions {
		if (moderationInstances < 1 || moderationInstances >= BROKER) {
			throw new IllegalArgumentException("between 1 and " + (BROKER - 1) + " moderation services");
		}
		if (portBase < 1 || portBase > 65_535 - BROKER - 3) {
			throw new IllegalArgumentException("the port base must lie between 1 and " + (65_535 - BROKER - 3));
		}
		checkout = checkout.toAbsolutePath().normalize();
		data = data.toAbsolutePath().normalize();
		boolean file = policy != null && !(PolicySource.named(policy) instanceof PolicySource.PackagedPolicy);
		policy = (policy != null && file) ? policy.toAbsolutePath().normalize() : policy;
		environment = Map.copyOf(environment);
	}

	public InstallationOptions(Path checkout, Path data, int portBase, int moderationInstances, @Nullable Path policy) {
		this(checkout, data, portBase, moderationInstances, policy, Map.of());
	}

	/** Folder of the broker's data. */
	Path kafka() {
		return this.data.resolve("kafka");
	}

	int commentPort() {
		return this.portBase;
	}

	int moderationPort(int instance) {
		return this.portBase + 1 + instance;
	}

	int brokerPort() {
		return this.portBase + BROKER;
	}

	int controllerPort() {
		return this.portBase + BROKER + 1;
	}

	int databasePort() {
		return this.portBase + BROKER + 2;
	}

	int blogPort() {
		return this.portBase + BROKER + 3;
	}

	/** Every port that will be listened on, with its server. */
	SortedMap<Integer, String> ports() {
		SortedMap<Integer, String> ports = new TreeMap<>();
		ports.put(commentPort(), "comment service");
		for (int instance : instances()) {
			ports.put(moderationPort(instance), "moderation service " + (instance + 1));
		}
		ports.put(brokerPort(), "Kafka broker");
		ports.put(controllerPort(), "Kafka controller");
		ports.put(databasePort(), "PostgreSQL");
		ports.put(blogPort(), "blog page");
		return ports;
	}

	List<Integer> instances() {
		List<Integer> instances = new ArrayList<>();
		for (int instance = 0; instance < this.moderationInstances; instance++) {
			instances.add(instance);
		}
		return instances;
	}

	Path log(String name) {
		return this.data.resolve("logs").resolve(name + ".log");
	}

}
