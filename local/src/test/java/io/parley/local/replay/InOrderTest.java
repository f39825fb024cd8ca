package io.parley.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class InOrderTest {

	@Test
	void tasks_of_one_key_run_one_after_the_other_in_the_order_given() throws InterruptedException {
		Map<Integer, List<Integer>> ran = new ConcurrentHashMap<>();
		try (InOrder tasks = new InOrder(8)) {
			for (int i = 0; i < 600; i++) {
				int task = i;
				tasks.run("author-" + i % 3, () -> {
					LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(200_000));
					ran.computeIfAbsent(task % 3, _ -> new ArrayList<>()).add(task);
				});
			}
			tasks.finish();
		}

		assertThat(ran).hasSize(3);
		ran.forEach((key, order) -> assertThat(order)
			.isEqualTo(IntStream.range(0, 200).map(i -> i * 3 + key).boxed().toList()));
	}

	@Test
	void tasks_of_different_keys_run_at_the_same_time() throws InterruptedException {
		CountDownLatch both = new CountDownLatch(2);
		AtomicInteger met = new AtomicInteger();
		try (InOrder tasks = new InOrder(2)) {
			for (String key : List.of("ann", "bob")) {
				tasks.run(key, () -> {
					both.countDown();
					meet(both);
					met.incrementAndGet();
				});
			}
			tasks.finish();
		}

		assertThat(met).hasValue(2);
	}

	@Test
	void a_task_that_fails_does_not_keep_the_next_of_its_key_from_running() throws InterruptedException {
		AtomicInteger ran = new AtomicInteger();
		try (InOrder tasks = new InOrder(2)) {
			tasks.run("ann", () -> {
				throw new IllegalStateException("as planned");
			});
			tasks.run("ann", ran::incrementAndGet);
			tasks.finish();
		}

		assertThat(ran).hasValue(1);
	}

	private static void meet(CountDownLatch both) {
		try {
			both.await();
		}
		catch (InterruptedException interruption) {
			Thread.currentThread().interrupt();
		}
	}

}
