package io.parley.moderation.tally;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

import io.parley.contract.Json;
import io.parley.contract.RuleBraked;
import io.parley.contract.Signal;
import io.parley.moderation.signal.Fold;
import io.parley.moderation.signal.KeyValues;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.signal.RuleRejected;

/**
 * Counts how often a rule rejects in each minute of an hour, by the times of comments,
 * and tells from which minute on it does so too often. More rejections, in whatever order
 * they come, can only bring that minute forward.
 */
public final class BrakeFold implements Fold {

	private static final String PREFIX = "brake/";

	private static final int MINUTES = 60;

	private final KeyValues store;

	private final Expiry expiry;

	/** Goes on from what is in the store. */
	public BrakeFold(KeyValues store) {
		this.store = store;
		this.expiry = new Expiry(store, PREFIX, tally -> Hour.of(tally).arrived(), store::delete);
	}

	@Override
	public boolean takes(Observation observation) {
		return observation instanceof RuleRejected;
	}

	@Override
	public List<Signal> on(Observation observation, long now) {
		if (!(observation instanceof RuleRejected rejected)) {
			return List.of();
		}
		Instant hour = rejected.at().truncatedTo(ChronoUnit.HOURS);
		String key = PREFIX + rejected.site() + "/" + rejected.policyHash() + "/" + rejected.rule() + "/"
				+ hour.getEpochSecond();
		byte[] known = store.get(key);
		Hour before = (known != null) ? Hour.of(known) : new Hour(List.of(), MINUTES, now);
		Hour after = before.with((int) Duration.between(hour, rejected.at()).toMinutes(), rejected.limit(), now);
		store.put(key, after.bytes());
		if (after.braked() == before.braked()) {
			return List.of();
		}
		return List.of(new RuleBraked(rejected.site(), rejected.policyHash(), rejected.rule(), rejected.limit(), hour,
				hour.plus(Duration.ofMinutes(after.braked())), MINUTES - after.braked()));
	}

	@Override
	public List<Signal> quiet(long now) {
		expiry.at(now);
		return List.of();
	}

	/**
	 * @param rejections in each minute, as far as there were any
	 * @param braked the minute from which on there are too many; 60 if there are not
	 * @param arrived when the last one arrived
	 */
	private record Hour(List<Integer> rejections, int braked, long arrived) {

		static Hour of(byte[] kept) {
			return Json.MAPPER.readValue(kept, Hour.class);
		}

		byte[] bytes() {
			return Json.MAPPER.writeValueAsBytes(this);
		}

		Hour with(int minute, int limit, long now) {
			int[] more = new int[Math.max(rejections.size(), minute + 1)];
			int sum = 0;
			int tooMany = MINUTES;
			for (int i = 0; i < more.length; i++) {
				more[i] = ((i < rejections.size()) ? rejections.get(i) : 0) + ((i == minute) ? 1 : 0);
				sum += more[i];
				if (sum > limit && tooMany == MINUTES) {
					tooMany = i;
				}
			}
			return new Hour(IntStream.of(more).boxed().toList(), tooMany, now);
		}

	}

}
