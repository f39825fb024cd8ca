package io.parley.moderation.learning;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import io.parley.contract.CorrectionLearned;
import io.parley.contract.Signal;
import io.parley.contract.Verdict;
import io.parley.moderation.classifier.Correction;
import io.parley.moderation.classifier.Head;
import io.parley.moderation.classifier.Lessons;
import io.parley.moderation.signal.CampaignRuled;
import io.parley.moderation.signal.CommentJudged;
import io.parley.moderation.signal.Fold;
import io.parley.moderation.signal.KeyValues;
import io.parley.moderation.signal.LessonsForgotten;
import io.parley.moderation.signal.Observation;
import io.parley.moderation.signal.RuleRejected;
import io.parley.moderation.signal.TextGone;
import io.parley.moderation.signal.TextObserved;
import io.parley.moderation.signal.ThreadObserved;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last {@value #MOST} comments that a site's moderators decided about, and
 * tells what these teach, in the order of the decisions, each time there are
 * {@value #EVERY} more. So what is taught follows from the set of reviews, and what was
 * long ago fades.
 */
public final class LearningFold implements Fold {

	/** Comments of a site that are learnt from. */
	static final int MOST = 2000;

	/** More reviews until it is told what they teach. */
	static final int EVERY = 25;

	private static final Comparator<CommentJudged> IN_TIME = Comparator.comparing(CommentJudged::at)
		.thenComparing(CommentJudged::reviewId);

	private final JudgedComments comments;

	/** Goes on from what is in the store. */
	public LearningFold(KeyValues store) {
		this.comments = new JudgedComments(store);
	}

	@Override
	public boolean takes(Observation observation) {
		return observation instanceof CommentJudged || observation instanceof LessonsForgotten;
	}

	@Override
	public List<Signal> on(Observation observation, long now) {
		return switch (observation) {
			case CommentJudged judged -> judged(judged);
			case LessonsForgotten forgotten -> forgotten(forgotten);
			case TextObserved _, TextGone _, CampaignRuled _, ThreadObserved _, RuleRejected _ -> List.of();
		};
	}

	@Override
	public List<Signal> quiet(long now) {
		return List.of();
	}

	private List<Signal> judged(CommentJudged judged) {
		Progress progress = comments.progress(judged.site());
		CommentJudged known = comments.find(judged.site(), judged.commentId());
		if (!judged.at().isAfter(progress.after()) || (known != null && IN_TIME.compare(judged, known) <= 0)) {
			return List.of();
		}
		comments.put(judged);
		if (progress.untold() + 1 < EVERY) {
			comments.put(judged.site(), progress.more());
			return List.of();
		}
		return tell(judged.site(), progress);
	}

	private List<Signal> tell(String site, Progress progress) {
		List<CommentJudged> all = new ArrayList<>(comments.all(site));
		all.sort(IN_TIME);
		Instant after = progress.after();
		while (all.size() > MOST) {
			CommentJudged oldest = all.removeFirst();
			comments.remove(oldest);
			after = oldest.at();
		}
		long version = Math.max(all.getLast().at().toEpochMilli(), progress.version() + 1);
		CorrectionLearned learned = learned(site, version, all);
		boolean news = learned != null || progress.corrects();
		comments.put(site, news ? new Progress(0, version, after, learned != null)
				: new Progress(0, progress.version(), after, progress.corrects()));
		if (!news) {
			return List.of();
		}
		return List.of((learned != null) ? learned : CorrectionLearned.nothing(site, version));
	}

	/** Of the model that was asked last: what others said is of no use with it. */
	private static @Nullable CorrectionLearned learned(String site, long version, List<CommentJudged> all) {
		String model = all.getLast().model();
		List<CommentJudged> ofModel = all.stream()
			.filter(judged -> judged.model().equals(model) && judged.verdict() != Verdict.HOLD)
			.toList();
		SortedMap<String, SortedMap<Integer, Integer>> heads = new TreeMap<>();
		lessons(ofModel).forEach((head, lessons) -> {
			Correction correction = lessons.correction();
			if (correction != null) {
				heads.put(head.name(), correction.weights());
			}
		});
		return heads.isEmpty() ? null : new CorrectionLearned(site, version, model, ofModel.size(), heads);
	}

	private static Map<Head, Lessons> lessons(List<CommentJudged> comments) {
		Map<Head, Lessons> lessons = new EnumMap<>(Head.class);
		for (CommentJudged judged : comments) {
			int[] words = judged.words().stream().mapToInt(Integer::intValue).toArray();
			judged.probabilities()
				.forEach((head, probability) -> lessons.computeIfAbsent(Head.valueOf(head), _ -> new Lessons())
					.learn(words, probability, judged.verdict() == Verdict.REJECT));
		}
		return lessons;
	}

	private List<Signal> forgotten(LessonsForgotten forgotten) {
		String site = forgotten.site();
		Progress progress = comments.progress(site);
		if (!forgotten.at().isAfter(progress.after())) {
			return List.of();
		}
		comments.all(site).stream().filter(judged -> !judged.at().isAfter(forgotten.at())).forEach(comments::remove);
		long version = Math.max(forgotten.at().toEpochMilli(), progress.version() + 1);
		comments.put(site, new Progress(0, version, forgotten.at(), false));
		return List.of(CorrectionLearned.nothing(site, version));
	}

}
