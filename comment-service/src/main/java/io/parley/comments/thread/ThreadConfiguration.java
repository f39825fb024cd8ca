package io.parley.comments.thread;

import io.parley.comments.decision.DeadLetters;
import io.parley.comments.decision.ModerationReaders;
import io.parley.comments.publishing.TopicsVerified;
import io.parley.contract.Topics;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;

/** The reader of the threads topic. */
@Configuration(proxyBeanMethods = false)
class ThreadConfiguration {

	private static final String GROUP = "parley-comments-threads";

	@Bean
	ConcurrentMessageListenerContainer<byte[], byte[]> threadContainer(ModerationReaders readers, ThreadStates threads,
			DeadLetters deadLetters) {
		return readers.container(Topics.THREADS, GROUP, new ThreadListener(threads, deadLetters));
	}

	@Bean
	ReaderStart threadReaderStart(ConcurrentMessageListenerContainer<byte[], byte[]> threadContainer) {
		return new ReaderStart(threadContainer);
	}

	/** Starts the reader once the topics are there. */
	record ReaderStart(ConcurrentMessageListenerContainer<byte[], byte[]> container) {

		@EventListener
		void start(TopicsVerified event) {
			container.start();
		}

	}

}
