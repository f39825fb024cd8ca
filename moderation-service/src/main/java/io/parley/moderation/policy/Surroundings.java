package io.parley.moderation.policy;

import static java.util.Objects.requireNonNull;

import io.parley.moderation.classifier.Corrections;
import org.jspecify.annotations.Nullable;

/**
 * What others did around a comment. It comes from other logs than the author's, so it may
 * be known late: a comment is decided again when it is. What moderators taught is of no
 * effect on earlier comments.
 *
 * @param corrections what the site's moderators taught about a model; null if nothing
 */
public record Surroundings(CampaignFacts campaign, ThreadFacts thread, @Nullable Corrections corrections) {

	/** Nothing is known, or nothing is there. */
	public static final Surroundings NONE = new Surroundings(CampaignFacts.NONE, ThreadFacts.QUIET);

	public Surroundings {
		requireNonNull(campaign, "campaign");
		requireNonNull(thread, "thread");
	}

	/** Where moderators taught nothing. */
	public Surroundings(CampaignFacts campaign, ThreadFacts thread) {
		this(campaign, thread, null);
	}

	/** In a thread of which nothing is known. */
	public Surroundings(CampaignFacts campaign) {
		this(campaign, ThreadFacts.QUIET);
	}

	/** What a variable that may be known late tells of them. */
	Object value(Variable variable) {
		return switch (variable) {
			case THREAD_PACE -> thread.pace();
			case THREAD_NEW_AUTHORS -> (long) thread.newAuthors();
			case THREAD_HELD_SHARE -> thread.heldShare();
			case CAMPAIGN_ID -> campaign.id();
			case CAMPAIGN_AUTHORS -> (long) campaign.authors();
			case CAMPAIGN_SIZE -> (long) campaign.size();
			case CAMPAIGN_SIMILARITY -> campaign.similarity();
			case CAMPAIGN_MINUTES -> campaign.minutes();
			case CAMPAIGN_CONFIRMED -> campaign.confirmed();
			default -> throw new IllegalArgumentException(variable + " is about the comment itself");
		};
	}

	/** The same in a thread. */
	public Surroundings in(ThreadFacts otherThread) {
		return new Surroundings(campaign, otherThread, corrections);
	}

	/** The same where moderators taught something. */
	public Surroundings corrected(@Nullable Corrections taught) {
		return new Surroundings(campaign, thread, taught);
	}

}
