package io.parley.moderation.policy;

import java.util.List;

import io.parley.contract.Hit;

/**
 * What the functions of conditions are called on. What they find is recorded as evidence.
 */
sealed interface Subject {

	/** Where phrases are looked for. */
	sealed interface Searched extends Subject {

		boolean phrase(List<?> lists, long gap, String against);

	}

	/** {@code body}. */
	record Body(Reading reading) implements Searched {

		boolean has(String list) {
			return this.reading.record(this.reading.findings().terms().of(list));
		}

		long count(String list) {
			List<Hit.Span> found = this.reading.findings().terms().of(list);
			this.reading.record(found);
			return found.size();
		}

		boolean disguised(String list) {
			return this.reading.record(this.reading.findings().terms().disguised(list));
		}

		@Override
		public boolean phrase(List<?> lists, long gap, String against) {
			return this.reading.record(this.reading.findings().terms().phrase(lists, gap, against, false));
		}

		boolean matches(Expression expression) {
			return this.reading.record(this.reading.findings().matches(expression));
		}

	}

	/** {@code said}, the body without what it quotes. */
	record Said(Reading reading) implements Searched {

		boolean has(String list) {
			return this.reading.record(this.reading.findings().terms().said(list));
		}

		@Override
		public boolean phrase(List<?> lists, long gap, String against) {
			return this.reading.record(this.reading.findings().terms().phrase(lists, gap, against, true));
		}

	}

	/** {@code links}. */
	record Links(Reading reading) implements Subject {

		boolean has(String list) {
			return this.reading.record(this.reading.findings().linksIn(list));
		}

	}

	/** {@code author}. */
	record Author(Reading reading) implements Subject {

		long over(String window, SubjectFunction function) {
			return this.reading.record(function, window);
		}

	}

}
