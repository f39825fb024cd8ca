package io.parley.moderation.rollout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.parley.contract.ModelVersion;
import io.parley.contract.PolicyVersion;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/**
 * The operator's policy: a file and the lists beside it, or the packaged one. Not
 * thread-safe.
 */
final class WatchedPolicy {

	private final @Nullable Path file;

	private final PolicySource source;

	/** Those that were looked for last time. */
	private Set<String> files = Set.of();

	/**
	 * @param policy a file, the name of a packaged policy, or null for the one that is
	 * taken where there is no other; packaged ones never change
	 */
	WatchedPolicy(@Nullable Path policy) {
		this.source = (policy != null) ? PolicySource.named(policy) : PolicySource.starter();
		this.file = (source instanceof PolicySource.PackagedPolicy) ? null : policy;
	}

	String description() {
		return source.describe(source.file());
	}

	/**
	 * Reads and checks the policy as it is now.
	 * @throws PolicyProblemsException if it must not come into force
	 */
	Reading read(Instant now) throws IOException, PolicyProblemsException {
		PolicyFiles.Recorder recorder = new PolicyFiles.Recorder(source);
		try {
			Policy policy = PolicyReader.read(recorder);
			String model = policy.modelId();
			return new Reading(policy,
					new PolicyVersion(policy.hash(), policy.name(), source.file(), recorder.read(), model, now),
					(model != null) ? new ModelVersion(model, content(recorder), now) : null);
		}
		finally {
			files = new TreeSet<>(recorder.paths());
		}
	}

	/** The model that the policy names, or the one that is shipped. */
	private static String content(PolicyFiles.Recorder recorder) {
		byte[] own = recorder.model();
		return Base64.getEncoder().encodeToString((own != null) ? own : Model.shippedBytes());
	}

	/** Differs when a file that was read has changed since. */
	String stamp() {
		Path folder = file;
		if (folder == null) {
			return "";
		}
		Set<String> watched = new TreeSet<>(files);
		watched.add(source.file());
		return watched.stream()
			.map(name -> name + ' ' + stamp(folder.resolveSibling(name)))
			.collect(Collectors.joining("\n"));
	}

	private static String stamp(Path path) {
		try {
			Map<String, Object> attributes = Files.readAttributes(path, "lastModifiedTime,size,fileKey");
			return new TreeMap<>(attributes).toString();
		}
		catch (IOException missing) {
			return "missing";
		}
	}

	/**
	 * What was read: the policy, and its files to be published.
	 *
	 * @param model what its rules ask; null if they do not
	 */
	record Reading(Policy policy, PolicyVersion version, @Nullable ModelVersion model) {

	}

}
