package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A policy as it was published: all its files, so that its decisions can be made again
 * when the files have long changed.
 *
 * @param policyHash identifies what the policy decides by; decisions carry it
 * @param policy its name
 * @param file which of the files is the policy; the others are its lists
 * @param files content by path, relative to the policy's folder
 * @param model of the {@link ModelVersion} that its rules ask; null if none does
 */
public record PolicyVersion(String policyHash, String policy, String file, Map<String, String> files,
		@Nullable String model, Instant publishedAt) implements Event {

	public PolicyVersion {
		requireNonNull(policyHash, "policyHash");
		requireNonNull(policy, "policy");
		requireNonNull(file, "file");
		// Sorted, so that equal versions have equal bytes.
		files = Collections.unmodifiableMap(new TreeMap<>(requireNonNull(files, "files")));
		requireNonNull(publishedAt, "publishedAt");
	}

	@Override
	public String eventId() {
		return policyHash;
	}

	@Override
	public Instant occurredAt() {
		return publishedAt;
	}

}
