package io.parley.moderation.policy;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import io.parley.contract.CommentContent;
import io.parley.contract.Decision;
import io.parley.contract.Hit;
import io.parley.contract.RuleMode;
import io.parley.contract.Verdict;
import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Corrections;
import io.parley.moderation.classifier.Head;
import org.jspecify.annotations.Nullable;

/**
 * Rules, lists and thresholds, checked and compiled; read by {@link PolicyReader}.
 * Immutable and thread-safe.
 */
public final class Policy {

	private final String name;

	private final String hash;

	private final Decision.Bands bands;

	private final Verdict onError;

	private final Reasons reasons;

	private final Trust trust;

	private final CampaignTerms campaigns;

	private final Vocabulary vocabulary;

	private final List<PolicyRule> all;

	private final List<PolicyRule> applied;

	private final boolean late;

	private final boolean ofThreads;

	private final boolean ofCampaigns;

	private final boolean limited;

	Policy(String name, Decision.Bands bands, Verdict onError, Reasons reasons, Trust trust, CampaignTerms campaigns,
			Vocabulary vocabulary, List<PolicyRule> rules) {
		this.name = name;
		this.bands = bands;
		this.onError = onError;
		this.reasons = reasons;
		this.trust = trust;
		this.campaigns = campaigns;
		this.vocabulary = vocabulary;
		this.all = List.copyOf(rules);
		this.applied = rules.stream().filter(rule -> !rule.draft()).toList();
		this.late = this.applied.stream().anyMatch(rule -> rule.rule().late());
		this.ofThreads = this.applied.stream().anyMatch(PolicyRule::readsThread);
		this.ofCampaigns = this.applied.stream().anyMatch(PolicyRule::readsCampaign);
		this.limited = this.applied.stream().anyMatch(rule -> rule.rule().limit() > 0);
		this.hash = PolicyHash.of(this);
	}

	public String name() {
		return this.name;
	}

	/**
	 * Identifies the content that decisions depend on: 32 hexadecimal digits. Comments,
	 * layout, the order of keys and of terms, drafts and tests do not change it; the
	 * model does, if a rule asks for it.
	 */
	public String hash() {
		return this.hash;
	}

	/** The id of the model that its rules ask; null if none does. */
	public @Nullable String modelId() {
		Classifier classifier = this.vocabulary.classifier();
		return (classifier != null) ? classifier.id() : null;
	}

	/**
	 * The model whose probabilities are corrected by what a site's moderators decide;
	 * null if none is.
	 */
	public @Nullable Classifier learning() {
		return this.vocabulary.learning() ? this.vocabulary.classifier() : null;
	}

	/** The version of what corrects its model around a comment; null if nothing does. */
	public @Nullable Long correction(Surroundings surroundings) {
		Corrections corrections = this.vocabulary.applicable(surroundings.corrections());
		return (corrections != null) ? corrections.version() : null;
	}

	/** What live rules that matched asked a model for. */
	public static Set<Head> scored(Decision decision) {
		Set<Head> heads = EnumSet.noneOf(Head.class);
		for (Hit hit : decision.hits()) {
			for (String name : (hit.mode() == RuleMode.LIVE) ? hit.values().keySet() : Set.<String>of()) {
				Variable variable = Variable.named(name);
				Head head = (variable != null) ? variable.head() : null;
				if (head != null) {
					heads.add(head);
				}
			}
		}
		return heads;
	}

	/** Scores from which a comment is held or rejected. */
	public Decision.Bands bands() {
		return this.bands;
	}

	/** The verdict when a live rule cannot be evaluated. */
	public Verdict onError() {
		return this.onError;
	}

	/** Live and shadow rules in the order of the file. */
	public List<Rule> rules() {
		return this.applied.stream().map(PolicyRule::rule).toList();
	}

	/**
	 * What an author may be told for a reason code, in English, or null if the policy has
	 * no such code.
	 */
	public Decision.@Nullable PublicReason publicReason(String code) {
		return reasonIn(code, "");
	}

	/**
	 * What the author of a comment may be told for a reason code, in the language of the
	 * comment if the policy has it, or null if the policy has no such code.
	 */
	public Decision.@Nullable PublicReason publicReason(String code, CommentContent comment) {
		return reasonIn(code, this.reasons.hasLanguages(code) ? Reading.language(comment) : "");
	}

	/**
	 * What an author may be told for a reason code in a language, if the policy has it.
	 * @param language as BCP 47 writes it, or empty
	 */
	public Decision.@Nullable PublicReason publicReason(String code, String language) {
		return reasonIn(code, language);
	}

	/**
	 * The language of a comment, as far as it matters for what its author is told; null
	 * if each reason has one sentence.
	 */
	public @Nullable String languageOfReasons(CommentContent comment) {
		return this.reasons.hasLanguages() ? Reading.language(comment) : null;
	}

	private Decision.@Nullable PublicReason reasonIn(String code, String language) {
		String sentence = this.reasons.sentence(code, language);
		return (sentence != null) ? new Decision.PublicReason(code, sentence) : null;
	}

	/**
	 * Whether any rule that is applied depends on what others do, so that comments may
	 * have to be decided again.
	 */
	public boolean readsLate() {
		return this.late;
	}

	/** Whether any rule that is applied asks for near-identical comments by others. */
	public boolean readsCampaign() {
		return this.ofCampaigns;
	}

	/** Whether any rule that is applied asks how the thread goes. */
	public boolean readsThread() {
		return this.ofThreads;
	}

	/** Whether any rule that is applied has a limit, which others may have used up. */
	public boolean hasLimits() {
		return this.limited;
	}

	/** Whether comments may have to be decided again. */
	public boolean mayReconsider() {
		return this.late || this.limited;
	}

	/**
	 * Whether any rule that is applied may match a comment with others around it and not
	 * with other ones. If none does, the comment need not be judged again.
	 */
	public boolean tellsApart(Surroundings one, Surroundings other) {
		return this.applied.stream().anyMatch(rule -> rule.tellsApart(one, other));
	}

	/** What it says of campaigns. */
	public CampaignTerms campaigns() {
		return this.campaigns;
	}

	/**
	 * Applies all live and shadow rules to a comment of which only the author is known.
	 */
	public Evaluation evaluate(CommentContent comment, AuthorSignals author) {
		return evaluate(comment, author, Surroundings.NONE);
	}

	/** Applies all live and shadow rules to a comment. */
	public Evaluation evaluate(CommentContent comment, AuthorSignals author, Surroundings surroundings) {
		return evaluate(comment, author, surroundings, true);
	}

	Evaluation evaluate(CommentContent comment, AuthorSignals author, Surroundings surroundings, boolean skipping) {
		Reading reading = new Reading(comment, author, surroundings, this.vocabulary, this.trust);
		List<Match> matches = new ArrayList<>();
		List<Evaluation.Failure> failures = new ArrayList<>();
		for (PolicyRule rule : this.applied) {
			try {
				Match match = rule.apply(reading, skipping);
				if (match != null) {
					matches.add(match);
				}
			}
			catch (UnknownConditionException unknown) {
				failures.add(new Evaluation.Failure(rule.rule(), unknown.told()));
			}
		}
		return new Evaluation(matches, failures);
	}

	/** All rules, drafts too. */
	List<PolicyRule> allRules() {
		return this.all;
	}

	List<PolicyRule> appliedRules() {
		return this.applied;
	}

	/** How trust levels are told apart. */
	public Trust trust() {
		return this.trust;
	}

	/** What authors may be told, in English, by reason code. */
	public Map<String, String> publicReasons() {
		return publicReasons("");
	}

	/**
	 * What authors may be told by reason code, in a language where the policy has it.
	 * @param language as BCP 47 writes it, or empty
	 */
	public Map<String, String> publicReasons(String language) {
		Map<String, String> sentences = new TreeMap<>();
		for (String code : this.reasons.codes()) {
			String sentence = this.reasons.sentence(code, language);
			if (sentence != null) {
				sentences.put(code, sentence);
			}
		}
		return sentences;
	}

	Reasons reasons() {
		return this.reasons;
	}

	Vocabulary vocabulary() {
		return this.vocabulary;
	}

}
