package io.parley.moderation.decision;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.AuthorSanctioned.Kind;
import io.parley.contract.AuthorSanctioned;
import io.parley.contract.CommentEdited;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.CommentWithdrawn;
import io.parley.contract.Decision;
import io.parley.contract.EventSerde;
import io.parley.contract.Json;
import io.parley.contract.ModerationInput;
import io.parley.contract.Review;
import io.parley.contract.Verdict;
import io.parley.moderation.author.AuthorHistory;
import io.parley.moderation.author.HistoryCodec;
import io.parley.moderation.campaign.CampaignTable;
import io.parley.moderation.learning.SiteCorrections;
import io.parley.moderation.policy.AuthorSignals;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.policy.PolicySource;
import io.parley.moderation.signal.KeyValues;
import io.parley.moderation.signal.MemoryKeyValues;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * One author, a small policy in which a body asks for what it gets, and state that is
 * kept as text, in the form in which the topology keeps it.
 */
class Fixture implements ModerationState {

	static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

	/** After all that is submitted. */
	static final Instant LATER = NOON.plusSeconds(3600);

	static final Author ANN = new Author("blog/ann", "ann", "Ann", null, null);

	static final String POLICY = """
			policy: test
			verdicts: { hold: 5, reject: 10 }
			onError: hold
			reasons:
			  hate: Please do not insult others.
			  advertising: Please do not advertise here.
			rules:
			  - id: exempt
			    when: body.matches("exempt")
			    then: approve
			  - id: reject
			    when: body.matches("reject")
			    then: reject
			    reason: hate
			  - id: hold
			    when: body.matches("hold")
			    then: hold
			  - id: points
			    when: body.matches("points")
			    score: 6
			    reason: advertising
			  - id: more-points
			    when: body.matches("more")
			    score: 7
			  - id: shadow-reject
			    when: body.matches("shadow")
			    then: reject
			    mode: shadow
			  - id: broken
			    when: body.matches("broken") && 1 / (body.length - body.length) == 0
			    score: 1
			  - id: shadow-broken
			    when: body.matches("veiled") && 1 / (body.length - body.length) == 0
			    score: 1
			    mode: shadow
			  - id: known-offender
			    when: author.rejected >= 1
			    then: hold
			  - id: banned
			    when: author.banned
			    then: reject
			  - id: muted
			    when: author.mutedUntil != ""
			    then: hold
			  - id: hasty
			    when: author.rate("60s") >= 3
			    score: 5
			""";

	private final Policy policy = policy(POLICY);

	private final Map<String, Policy> published = new HashMap<>();

	private final Tallies tallies = new MemoryTallies();

	private final Map<String, String> stored = new HashMap<>();

	private final KeyValues campaigns = new MemoryKeyValues();

	private final KeyValues corrections = new MemoryKeyValues();

	static Policy policy(String yaml) {
		try {
			return PolicyReader.read(new Inline(yaml));
		}
		catch (IOException | PolicyProblemsException mistake) {
			throw new AssertionError(mistake);
		}
	}

	Outcome on(ModerationInput event) {
		return ModerationFlow.on(event, this, this::policyOf);
	}

	/** Another policy that an activation may name. */
	Policy publish(String yaml) {
		Policy published = policy(yaml);
		this.published.put(published.hash(), published);
		return published;
	}

	private Policy policyOf(@Nullable String hash) {
		return (hash != null) ? Objects.requireNonNull(published.get(hash)) : policy;
	}

	AuthorHistory ann() {
		AuthorHistory history = author(ANN.key());
		return history != null ? history : AuthorHistory.none();
	}

	Map<String, String> stored() {
		return Map.copyOf(stored);
	}

	/** Changes nothing and leads to no decision. */
	void assertIgnored(Outcome.Kind kind, ModerationInput event) {
		Map<String, String> before = stored();

		assertThat(on(event)).isEqualTo(new Outcome(kind, List.of()));
		assertThat(stored()).isEqualTo(before);
	}

	void assertCounts(int approved, int held, int rejected) {
		AuthorSignals signals = ann().asOf(LATER);
		assertThat(List.of(signals.approved(), signals.held(), signals.rejected())).as("approved, held, rejected")
			.containsExactly(approved, held, rejected);
	}

	static Decision only(Outcome outcome) {
		assertThat(outcome.decisions()).hasSize(1);
		return outcome.decisions().getFirst();
	}

	/** The wire form: headers and value. */
	static String bytes(Decision decision) {
		RecordHeaders headers = new RecordHeaders();
		byte[] value = new EventSerde<>(Decision.class).serializer().serialize("decisions", headers, decision);
		return headers + new String(value, UTF_8);
	}

	static CommentSubmitted submitted(String id, String body) {
		return submitted(id, body, NOON);
	}

	static CommentSubmitted submitted(String id, String body, Instant at) {
		return new CommentSubmitted(id, 1, "blog", new CommentThread("t1", null, null), null, ANN, body, null, at);
	}

	static CommentEdited edited(String id, int revision, String body) {
		return new CommentEdited(id, revision, "blog", new CommentThread("t1", null, null), null, ANN, body, null,
				NOON.plus(Duration.ofMinutes(revision)));
	}

	static CommentWithdrawn withdrawn(String id, int revision) {
		return new CommentWithdrawn(id, revision, "blog", "t1", ANN.key(), NOON.plus(Duration.ofHours(1)));
	}

	static Review review(String reviewId, String commentId, int revision, Verdict verdict, @Nullable String reason) {
		return new Review(reviewId, commentId, revision, "blog", ANN.key(), verdict, reason, "a note", "Mo",
				NOON.plus(Duration.ofHours(2)));
	}

	static AuthorSanctioned sanctioned(String id, Kind kind, @Nullable Instant until, Instant at) {
		return new AuthorSanctioned(id, "blog", ANN.key(), kind, until, null, "Mo", at);
	}

	static AuthorFacts facts(String id, @Nullable Integer approved, @Nullable Integer rejected) {
		return new AuthorFacts(id, "blog", ANN.key(), "ann", null, null, approved, null, rejected, NOON);
	}

	@Override
	public @Nullable AuthorHistory author(String authorKey) {
		String json = stored.get("author " + authorKey);
		return json != null ? HistoryCodec.decode(HexFormat.of().parseHex(json)) : null;
	}

	@Override
	public void putAuthor(String authorKey, AuthorHistory history) {
		stored.put("author " + authorKey, HexFormat.of().formatHex(HistoryCodec.encode(history)));
	}

	@Override
	public @Nullable CommentRecord comment(String commentId) {
		String json = stored.get("comment " + commentId);
		return json != null ? Json.MAPPER.readValue(json, CommentRecord.class) : null;
	}

	@Override
	public void putComment(String commentId, CommentRecord comment) {
		stored.put("comment " + commentId, Json.MAPPER.writeValueAsString(comment));
	}

	@Override
	public @Nullable Recent recent(String authorKey, String commentId) {
		String hex = stored.get("recent " + commentId);
		return hex != null ? Recent.of(HexFormat.of().parseHex(hex)) : null;
	}

	@Override
	public void putRecent(Recent recent) {
		stored.put("recent " + recent.comment().commentId(), HexFormat.of().formatHex(recent.bytes()));
	}

	@Override
	public Tallies tallies() {
		return tallies;
	}

	@Override
	public CampaignTable campaigns() {
		return new CampaignTable(campaigns);
	}

	@Override
	public SiteCorrections corrections() {
		return new SiteCorrections(corrections);
	}

	@Override
	public @Nullable String policyHash() {
		return stored.get("policy");
	}

	@Override
	public void putPolicyHash(String policyHash) {
		stored.put("policy", policyHash);
	}

	@Override
	public Activations activations() {
		String json = stored.get("activations");
		return (json != null) ? Json.MAPPER.readValue(json, Activations.class) : Activations.NONE;
	}

	@Override
	public void putActivations(Activations activations) {
		stored.put("activations", Json.MAPPER.writeValueAsString(activations));
	}

	private record Inline(String yaml) implements PolicySource {

		@Override
		public String file() {
			return "policy.yaml";
		}

		@Override
		public String describe(String path) {
			return path;
		}

		@Override
		public @Nullable InputStream open(String path) {
			return path.equals(file()) ? new ByteArrayInputStream(yaml.getBytes(UTF_8)) : null;
		}

	}

}
