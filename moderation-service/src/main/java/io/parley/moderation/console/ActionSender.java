package io.parley.moderation.console;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

import io.parley.moderation.review.ReviewPublisher;
import io.parley.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes what moderators did to the log once it can no longer be undone. Every instance
 * helps; what one has taken when it dies, another takes. An event may be written twice,
 * which the topology knows by its id. Thread-safe.
 */
@Component
@ConditionalOnBooleanProperty("parley.access.pages")
class ActionSender implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(ActionSender.class);

	private static final Duration PAUSE = Duration.ofMillis(300);

	private static final int AT_ONCE = 200;

	private final ActionTable actions;

	private final ReviewPublisher publisher;

	private final TransactionTemplate transaction;

	private @Nullable ScheduledExecutorService sending;

	ActionSender(ActionTable actions, ReviewPublisher publisher, PlatformTransactionManager transactions) {
		this.actions = actions;
		this.publisher = publisher;
		this.transaction = new TransactionTemplate(transactions);
	}

	private void send() {
		try {
			boolean more = true;
			while (more) {
				more = Boolean.TRUE.equals(transaction.execute(_ -> sendSome()));
			}
			actions.settle();
		}
		catch (DataAccessException | TransactionException away) {
			log.warn("What moderators did waits for the database: {}", away.getMessage());
		}
	}

	/** Whether there is more to send. */
	private boolean sendSome() {
		List<ActionTable.Due> due = actions.takeDue(AT_ONCE);
		if (due.isEmpty()) {
			return false;
		}
		var sent = new ConcurrentLinkedQueue<UUID>();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (ActionTable.Due action : due) {
				Future<?> _ = threads.submit(() -> {
					try {
						publisher.publish(action.authorKey(), action.event());
						sent.add(action.id());
					}
					catch (ProblemException away) {
						log.warn("What moderators did waits for Kafka: {}", away.getMessage());
					}
				});
			}
		}
		actions.sent(sent);
		return sent.size() == AT_ONCE;
	}

	@Override
	public synchronized void start() {
		ScheduledExecutorService started = Executors
			.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("actions").daemon().factory());
		ScheduledFuture<?> _ = started.scheduleWithFixedDelay(this::send, PAUSE.toMillis(), PAUSE.toMillis(),
				TimeUnit.MILLISECONDS);
		sending = started;
	}

	@Override
	public synchronized void stop() {
		if (sending != null) {
			sending.shutdown();
			sending = null;
		}
	}

	@Override
	public synchronized boolean isRunning() {
		return sending != null;
	}

}
