package io.parley.moderation.classifier;

/** What a model tells the probability of. The order is that of the model's file. */
public enum Head {

	/** Rude, disrespectful or otherwise likely to make people leave a discussion. */
	TOXIC(0),
	/** Aimed at another participant. */
	INSULT(1),
	/** Against people for what they are: origin, religion, sex, disability. */
	HATE(2),
	/** Obscene or sexual words. */
	OBSCENE(3),
	/** Advertising, scams, begging for clicks. */
	SPAM(4);

	private final int index;

	Head(int index) {
		this.index = index;
	}

	/** Its place among the probabilities of a text. */
	public int index() {
		return this.index;
	}

}
