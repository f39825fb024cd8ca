package io.parley.moderation.rollout;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

import io.parley.contract.ModelVersion;
import io.parley.contract.PolicyActivated;
import io.parley.contract.PolicyVersion;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.decision.Policies;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The versions that the topic of policies holds, compiled when they are asked for. Only
 * the place of each is remembered, and the few that were used last; an old one is read
 * from the topic again. Thread-safe.
 */
@Component
public class PublishedPolicies implements Policies {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final int MOST_COMPILED = 4;

	private final ReentrantLock lock = new ReentrantLock();

	private final Condition more = lock.newCondition();

	/** Offsets by hash, oldest first. */
	private final Map<String, Long> places = new LinkedHashMap<>();

	/** Offsets of models by id. */
	private final Map<String, Long> models = new HashMap<>();

	private final Map<String, Policy> compiled = new LinkedHashMap<>(16, 0.75f, true);

	private final PolicyTopic topic;

	private volatile @Nullable PolicyActivated inForce;

	PublishedPolicies(PolicyTopic topic) {
		this.topic = topic;
	}

	/**
	 * Waits for a version that was not read from the topic yet.
	 * @throws PolicyUnavailableException if it does not come, or can no longer be read
	 */
	@Override
	public Policy find(@Nullable String hash) {
		lock.lock();
		try {
			String wanted = (hash != null) ? hash : awaitFirst();
			Policy known = compiled.get(wanted);
			if (known != null) {
				return known;
			}
			Policy policy = compile(topic.read(awaitPlace(wanted), PolicyVersion.class));
			remember(wanted, policy);
			return policy;
		}
		finally {
			lock.unlock();
		}
	}

	/** The policy that was activated last. */
	public Policy inForce() {
		PolicyActivated last = inForce;
		return find((last != null) ? last.policyHash() : null);
	}

	/** The last activation, or null if there was none yet. */
	@Nullable PolicyActivated lastActivation() {
		return inForce;
	}

	boolean knows(String hash) {
		lock.lock();
		try {
			return places.containsKey(hash);
		}
		finally {
			lock.unlock();
		}
	}

	boolean knowsModel(String id) {
		lock.lock();
		try {
			return models.containsKey(id);
		}
		finally {
			lock.unlock();
		}
	}

	/** Comes before the versions that name it. */
	void publishedModel(String id, long place) {
		lock.lock();
		try {
			models.putIfAbsent(id, place);
		}
		finally {
			lock.unlock();
		}
	}

	void published(PolicyVersion version, long place) {
		lock.lock();
		try {
			places.putIfAbsent(version.policyHash(), place);
			more.signalAll();
		}
		finally {
			lock.unlock();
		}
	}

	/** Spares compiling what was compiled already. */
	void compiled(Policy policy) {
		lock.lock();
		try {
			remember(policy.hash(), policy);
		}
		finally {
			lock.unlock();
		}
	}

	void activated(PolicyActivated activation) {
		inForce = activation;
	}

	private void remember(String hash, Policy policy) {
		compiled.put(hash, policy);
		if (compiled.size() > MOST_COMPILED) {
			compiled.remove(compiled.keySet().iterator().next());
		}
	}

	private String awaitFirst() {
		await(() -> !places.isEmpty(), "No policy was published yet");
		return places.keySet().iterator().next();
	}

	private long awaitPlace(String hash) {
		await(() -> places.containsKey(hash), "Policy " + hash + " was not published yet");
		return requireNonNull(places.get(hash));
	}

	private void await(BooleanSupplier condition, String otherwise) {
		long left = PATIENCE.toNanos();
		try {
			while (!condition.getAsBoolean()) {
				if (left <= 0) {
					throw new PolicyUnavailableException(otherwise);
				}
				left = more.awaitNanos(left);
			}
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
			throw new PolicyUnavailableException(otherwise, interruption);
		}
	}

	private Policy compile(PolicyVersion version) {
		try {
			return PolicyReader.read(new PolicyFiles(version, () -> bytesOf(version.model())),
					() -> modelOf(version.model()));
		}
		catch (IOException | PolicyProblemsException failure) {
			throw new PolicyUnavailableException("Policy " + version.policyHash() + " cannot be read any more: "
					+ failure.getMessage() + ". Activate a policy that can.", failure);
		}
	}

	/**
	 * The model that a version scored by, even if another one is shipped by now. Versions
	 * of old do not tell it.
	 */
	private Model modelOf(@Nullable String id) {
		if (id == null || id.equals(Model.shipped().id())) {
			return Model.shipped();
		}
		try {
			return Model.read(new ByteArrayInputStream(bytesOf(id)));
		}
		catch (IOException unusable) {
			throw new PolicyUnavailableException("Model " + id + " cannot be read any more: " + unusable.getMessage(),
					unusable);
		}
	}

	private byte[] bytesOf(@Nullable String id) {
		Long place = (id != null) ? models.get(id) : null;
		if (place == null) {
			throw new PolicyUnavailableException("Model " + id + " was not published");
		}
		return Base64.getDecoder().decode(topic.read(place, ModelVersion.class).content());
	}

}
