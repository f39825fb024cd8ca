package io.parley.moderation.campaign;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;

/** Names campaigns by their earliest comment. */
final class CampaignId {

	private static final Hasher64 HASHER = Hashing.komihash5_0();

	private CampaignId() {
	}

	static String of(String site, String earliest) {
		long high = HASHER.hashCharsToLong(earliest);
		return "%016x".formatted(HASHER.hashLongLongToLong(high, HASHER.hashCharsToLong(site)));
	}

}
