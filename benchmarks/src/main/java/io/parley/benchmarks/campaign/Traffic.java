package io.parley.benchmarks.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import io.parley.benchmarks.data.MadeUpWords;

/**
 * Comments of a large site in their order: most by readers who write for themselves, some
 * short ones that everybody sends, and campaigns. The same seed, the same comments.
 */
final class Traffic {

	static final int CAMPAIGNS = 200;

	static final int NO_CAMPAIGN = -1;

	private static final List<Paraphrase> LEVELS = List.of(Paraphrase.values());

	private static final int POPULAR = 1000;

	private static final int AUTHORS = 100_000;

	/** Of all comments, one in so many is a popular one. */
	private static final int ONE_IN = 5;

	private static final int MOST_SHORT_WORDS = 9;

	private static final long SECOND = 1000;

	private final MadeUpWords words = new MadeUpWords();

	private final int comments;

	private final Random random;

	Traffic(int comments, long seed) {
		this.comments = comments;
		this.random = new Random(seed);
	}

	/** How the comments of a campaign are varied. */
	static Paraphrase levelOf(int campaign) {
		return LEVELS.get(campaign % LEVELS.size());
	}

	void send(Consumer<Comment> receiver) {
		String[] popular = new String[POPULAR];
		for (int i = 0; i < POPULAR; i++) {
			popular[i] = String.join(" ", this.words.text(1 + this.random.nextInt(MOST_SHORT_WORDS), this.random));
		}
		List<Comment> campaigns = campaigns();
		int next = 0;
		for (int number = 0; number < this.comments; number++) {
			long at = number * SECOND;
			while (next < campaigns.size() && campaigns.get(next).at() <= at) {
				receiver.accept(campaigns.get(next++));
			}
			String body = (this.random.nextInt(ONE_IN) == 0) ? popular[this.random.nextInt(POPULAR)]
					: String.join(" ", this.words.text(5 + this.random.nextInt(70), this.random));
			receiver.accept(new Comment("reader-" + this.random.nextInt(AUTHORS), body, at, NO_CAMPAIGN));
		}
	}

	private List<Comment> campaigns() {
		List<Comment> all = new ArrayList<>();
		for (int campaign = 0; campaign < CAMPAIGNS; campaign++) {
			int members = 5 + this.random.nextInt(196);
			String[] text = this.words.text(20 + this.random.nextInt(41), this.random);
			long start = (long) (this.random.nextDouble() * 0.9 * this.comments * SECOND);
			long length = (10L + this.random.nextInt(170)) * 60 * SECOND;
			int account = this.random.nextInt(AUTHORS);
			for (int member = 0; member < members; member++) {
				all.add(new Comment("reader-" + (account + member * 7) % AUTHORS,
						levelOf(campaign).of(text, this.words, this.random),
						start + (long) (this.random.nextDouble() * length), campaign));
			}
		}
		all.sort(Comparator.comparingLong(Comment::at));
		return all;
	}

	/**
	 * A comment.
	 *
	 * @param campaign its number, or {@value #NO_CAMPAIGN}
	 */
	record Comment(String author, String body, long at, int campaign) {
	}

}
