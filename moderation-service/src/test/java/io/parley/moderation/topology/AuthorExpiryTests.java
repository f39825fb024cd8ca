package io.parley.moderation.topology;

import static io.parley.moderation.topology.Events.EVENING;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;

import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.author.Counted;
import io.parley.contract.AuthorSanctioned;
import io.parley.contract.Verdict;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.decision.CommentRecord;
import io.parley.moderation.learning.SiteCorrections;
import io.parley.moderation.signal.MemoryKeyValues;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.TimestampedKeyValueStore;
import org.apache.kafka.streams.state.ValueAndTimestamp;
import org.apache.kafka.streams.state.WindowStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When authors leave the store. */
class AuthorExpiryTests {

	private static final AuthorHistory HEARD_OF = AuthorHistory.none()
		.submitted(EVENING)
		.counted(new Counted(Verdict.APPROVE, false, EVENING));

	private static final Instant LATE = EVENING.plus(AuthorHistory.KEPT).plus(Duration.ofDays(2));

	private final TimestampedKeyValueStore<String, AuthorHistory> authors = Stores
		.timestampedKeyValueStoreBuilder(Stores.persistentTimestampedKeyValueStore(StoredState.AUTHORS),
				Serdes.String(), AuthorSerde.INSTANCE)
		.withLoggingDisabled()
		.build();

	@BeforeEach
	void open(@TempDir Path folder) {
		Properties settings = new Properties();
		settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "expiry");
		settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
		MockProcessorContext<Void, Void> context = new MockProcessorContext<>(settings, new TaskId(0, 0),
				folder.toFile());
		authors.init(context.getStateStoreContext(), authors);
	}

	@AfterEach
	void close() {
		authors.close();
	}

	@Test
	void given_many_authors_then_those_of_whom_nothing_came_go_and_the_others_stay() {
		for (int i = 0; i < 5000; i++) {
			put("author" + i, HEARD_OF, (i % 2 == 0) ? EVENING : LATE.minusSeconds(60));
		}

		AuthorExpiry expiry = new AuthorExpiry(authors);
		for (int turn = 0; turn < 3; turn++) {
			expiry.punctuate(LATE.toEpochMilli());
		}

		assertThat(count()).isEqualTo(2500);
		assertThat(authors.get("author1")).isNotNull();
	}

	@Test
	void given_a_ban_without_an_end_then_nothing_else_is_kept_of_the_author() {
		put("banned", HEARD_OF.sanctioned(new AuthorSanctioned("s1", "gazette", "gazette/lena",
				AuthorSanctioned.Kind.BAN, null, null, "mod-ines", EVENING)), EVENING);

		new AuthorExpiry(authors).punctuate(LATE.toEpochMilli());

		AuthorHistory left = authors.get("banned").value();
		assertThat(left.asOf(LATE).banned()).isTrue();
		assertThat(left.asOf(LATE).approved()).isZero();
	}

	@Test
	void given_a_store_of_the_first_versions_then_its_time_starts_now() {
		authors.put("old", ValueAndTimestamp.make(HEARD_OF, -1));
		AuthorExpiry expiry = new AuthorExpiry(authors);

		expiry.punctuate(LATE.toEpochMilli());
		assertThat(authors.get("old").timestamp()).isEqualTo(LATE.toEpochMilli());

		expiry.punctuate(LATE.plus(AuthorHistory.KEPT).plus(Duration.ofDays(2)).toEpochMilli());
		assertThat(authors.get("old")).isNull();
	}

	@Test
	void what_is_decided_does_not_depend_on_whether_it_came_by() {
		put("lena", HEARD_OF, EVENING);
		StoredState state = new StoredState(authors,
				Stores
					.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(StoredState.COMMENTS), Serdes.String(),
							JsonSerde.of(CommentRecord.class))
					.build(),
				Stores
					.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(StoredState.POLICY), Serdes.String(),
							Serdes.String())
					.build(),
				new Recents(inMemory(StoredState.RECENTS), LATE::toEpochMilli),
				new CampaignTable(new MemoryKeyValues()), new SiteCorrections(new MemoryKeyValues()),
				new WindowTallies(inMemory(StoredState.TALLIES), LATE::toEpochMilli), LATE.toEpochMilli());

		assertThat(state.author("lena")).isEqualTo(AuthorHistory.none());
		assertThat(state.at(LATE.minus(Duration.ofDays(3)).toEpochMilli()).author("lena")).isEqualTo(HEARD_OF);
	}

	private static WindowStore<String, byte[]> inMemory(String name) {
		return Stores
			.windowStoreBuilder(Stores.inMemoryWindowStore(name, WindowTallies.KEPT, Duration.ofMillis(1), false),
					Serdes.String(), Serdes.ByteArray())
			.build();
	}

	private void put(String author, AuthorHistory history, Instant touched) {
		authors.put(author, ValueAndTimestamp.make(history, touched.toEpochMilli()));
	}

	private int count() {
		int count = 0;
		try (KeyValueIterator<String, ValueAndTimestamp<AuthorHistory>> all = authors.all()) {
			while (all.hasNext()) {
				all.next();
				count++;
			}
		}
		return count;
	}

}
