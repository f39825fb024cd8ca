package io.parley.moderation.classifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.sun.management.ThreadMXBean;
import io.parley.moderation.classifier.Classifier.Contribution;
import org.junit.jupiter.api.Test;

class ModelTests {

	private static final int HEADS = Head.values().length;

	private static final List<String> TEXTS = List.of("You are a stupid idiot, get lost.",
			"Thank you, that was an interesting article.", "Check out my channel and subscribe!!! http://x.example",
			"ты прав, спасибо", "");

	private final Model shipped = Model.shipped();

	@Test
	void tells_insults_and_spam_from_thanks() {
		assertThat(shipped.score(TEXTS.get(0), Head.TOXIC)).isGreaterThan(0.8);
		assertThat(shipped.score(TEXTS.get(0), Head.INSULT)).isGreaterThan(0.8);
		assertThat(shipped.score(TEXTS.get(2), Head.SPAM)).isGreaterThan(0.8);
		assertThat(Arrays.stream(scores(shipped, TEXTS.get(1)))).allSatisfy(score -> assertThat(score).isLessThan(0.2));
		assertThat(Arrays.stream(scores(shipped, TEXTS.get(3)))).allSatisfy(score -> assertThat(score).isLessThan(0.5));
	}

	@Test
	void explains_by_the_words_that_moved_the_score() {
		String text = "Dear sir, you are an 1d\u200Bi0t, regards";

		List<Contribution> words = shipped.explain(text, Head.TOXIC, 2);

		assertThat(words).hasSizeBetween(1, 2);
		assertThat(text.substring(words.getFirst().start(), words.getFirst().end())).isEqualTo("1d\u200Bi0t");
		assertThat(words).extracting(Contribution::weight)
			.isSortedAccordingTo((one, other) -> Double.compare(other, one));
	}

	@Test
	void does_not_care_which_people_a_text_names() {
		assertThat(scores(shipped, "My boss is gay.")).isEqualTo(scores(shipped, "My boss is Jewish."));
	}

	@Test
	void gives_every_thread_the_same() throws Exception {
		List<double[]> expected = TEXTS.stream().map(text -> scores(shipped, text)).toList();
		try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
			List<Callable<Boolean>> tasks = IntStream.range(0, 8).<Callable<Boolean>>mapToObj(_ -> () -> {
				for (int i = 0; i < 2_000; i++) {
					if (!Arrays.equals(scores(shipped, TEXTS.get(i % TEXTS.size())), expected.get(i % TEXTS.size()))) {
						return false;
					}
				}
				return true;
			}).toList();
			for (Future<Boolean> same : threads.invokeAll(tasks)) {
				assertThat(same.get()).isTrue();
			}
		}
	}

	@Test
	void scores_without_taking_memory() {
		ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
		double[] into = new double[HEADS];
		String[] texts = TEXTS.toArray(String[]::new);
		long least = Long.MAX_VALUE;
		for (int round = 0; round < 20; round++) {
			long before = threads.getCurrentThreadAllocatedBytes();
			for (int i = 0; i < 1_000; i++) {
				shipped.score(texts[i % texts.length], into);
			}
			least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
		}
		assertThat(least).isLessThan(1_000);
	}

	@Test
	void says_nothing_about_a_text_of_which_it_knows_next_to_nothing() {
		assertThat(scores(shipped, "спасибо за статью, было очень интересно")).containsOnly(0);
	}

	@Test
	void is_smaller_than_a_megabyte() throws IOException {
		assertThat(shippedBytes()).hasSizeLessThan(1_000_000);
	}

	@Test
	void a_built_model_adds_what_its_features_weigh() throws IOException {
		Features features = new Features();
		features.read("tuba");
		ModelBuilder builder = new ModelBuilder();
		builder.offer(features.hash(0), 1, 9, new float[] { 2, 0, 0, 0, -1 });
		for (int i = 1; i < features.size(); i++) {
			builder.offer(features.hash(i), 1, 9, new float[HEADS]);
		}
		byte[] bytes = builder.build(new double[HEADS], new double[HEADS], ones(), new double[HEADS]);

		Model model = Model.read(new ByteArrayInputStream(bytes));

		double norm = Model.norm(features.size());
		features.read("a tuba");
		assertThat(model.score("a tuba", Head.TOXIC)).isCloseTo(logistic(2 * Model.norm(features.size())),
				within(1e-9));
		assertThat(model.score("Tuba", Head.TOXIC)).isCloseTo(logistic(2 * norm), within(1e-9));
		assertThat(model.score("tuba", Head.SPAM)).isCloseTo(logistic(-norm), within(1e-9));
		assertThat(model.score("tuba", Head.HATE)).isEqualTo(0.5);
	}

	@Test
	void the_sentence_with_the_highest_score_counts_besides_the_text() throws IOException {
		String calm = "The old band of the town plays in the park every Sunday at noon.";
		String text = calm + " What a terrible noise the tuba makes when all of us would like to sleep! " + calm;
		Features features = new Features();
		features.read("tuba");
		ModelBuilder builder = new ModelBuilder();
		builder.offer(features.hash(0), 1, 9, new float[] { 2, 2, 0, 0, 0 });
		features.read(text);
		for (int i = 0; i < features.size(); i++) {
			builder.offer(features.hash(i), 0, 9, new float[HEADS]);
		}

		Model model = Model.read(new ByteArrayInputStream(
				builder.build(new double[HEADS], new double[] { 1, 0, 0, 0, 0 }, ones(), new double[HEADS])));

		double ofText = 2 * Model.norm(features.size());
		double ofSentence = 2 * Model.norm(features.sentence(2) - features.sentence(1));
		assertThat(features.sentences()).isEqualTo(3);
		assertThat(model.score(text, Head.INSULT)).isCloseTo(logistic(ofText), within(1e-9));
		assertThat(model.score(text, Head.TOXIC)).isCloseTo(logistic(ofText + ofSentence), within(1e-9));
		Contribution word = model.explain(text, Head.TOXIC, 1).getFirst();
		assertThat(text.substring(word.start(), word.end())).isEqualTo("tuba");
		assertThat(word.weight()).isCloseTo(ofText + ofSentence, within(1e-9));
	}

	@Test
	void of_features_in_one_bucket_the_most_important_stays() throws IOException {
		long feature = 0x1234_5678_0000_0000L;
		ModelBuilder one = new ModelBuilder();
		one.offer(feature, 1, 5, new float[] { 1, 0, 0, 0, 0 });
		one.offer(feature + 1, 2, 5, new float[] { 3, 0, 0, 0, 0 });
		ModelBuilder other = new ModelBuilder();
		other.offer(feature + 1, 2, 5, new float[] { 3, 0, 0, 0, 0 });
		other.offer(feature, 1, 5, new float[] { 1, 0, 0, 0, 0 });

		assertThat(one.build(new double[HEADS], ones(), ones(), ones()))
			.isEqualTo(other.build(new double[HEADS], ones(), ones(), ones()));
	}

	@Test
	void refuses_what_is_no_model_or_damaged() throws Exception {
		byte[] good = shippedBytes();
		byte[] flipped = good.clone();
		flipped[good.length / 2] ^= 1;

		refuses(new byte[0], "no model of Parley");
		refuses("a text, and a long one at that, longer than the checksum of a model".getBytes(StandardCharsets.UTF_8),
				"no model of Parley");
		refuses(Arrays.copyOf(good, good.length - 1), "checksum is wrong");
		refuses(Arrays.copyOf(good, 12), "checksum is wrong");
		refuses(flipped, "checksum is wrong");
		refuses(signed(good, 8, 1), "it has format 1, and this version of Parley needs format 2");
		refuses(signed(good, 12, 99), "it has features 99");
		refuses(signed(good, 16, 5), "its table has not the size that it tells");
		refuses(signed(good, 16, -1), "its table has not the size that it tells");
		refuses(signed(good, 20, 7), "it has heads 7");
	}

	private static void refuses(byte[] bytes, String message) {
		assertThatExceptionOfType(ModelFileException.class)
			.isThrownBy(() -> Model.read(new ByteArrayInputStream(bytes)))
			.withMessageContaining(message);
	}

	/** With another number at a place, and a checksum that is right. */
	private static byte[] signed(byte[] good, int place, int number) throws Exception {
		byte[] changed = good.clone();
		ByteBuffer.wrap(changed).putInt(place, number);
		MessageDigest digest = MessageDigest.getInstance("SHA-256");
		digest.update(changed, 0, changed.length - 32);
		digest.digest(changed, changed.length - 32, 32);
		return changed;
	}

	private static byte[] shippedBytes() throws IOException {
		try (var file = Objects.requireNonNull(Model.class.getResourceAsStream("parley.model"))) {
			return file.readAllBytes();
		}
	}

	private static double[] scores(Model model, String text) {
		double[] scores = new double[HEADS];
		model.score(text, scores);
		return scores;
	}

	private static double[] ones() {
		double[] ones = new double[HEADS];
		Arrays.fill(ones, 1);
		return ones;
	}

	private static double logistic(double score) {
		return 1 / (1 + Math.exp(-score));
	}

}
