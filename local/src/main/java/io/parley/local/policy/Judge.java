package io.parley.local.policy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.contract.Verdict;
import io.parley.local.table.AuthorRow;
import io.parley.local.table.AuthorTable;
import io.parley.local.table.CommentRow;
import io.parley.local.table.CommentTable;
import io.parley.local.table.VerdictTable;
import io.parley.moderation.decision.MemoryState;
import io.parley.moderation.decision.OneLog;
import io.parley.moderation.policy.Policy;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file of comments through the very flow that the moderation service runs. For
 * one file.
 */
final class Judge {

	private static final String SITE = "judge";

	/** Where minute 0 is: any instant will do, as long as it is always the same. */
	private static final Instant BASE = Instant.parse("2026-01-01T00:00:00Z");

	/** Each comment occurs once; a million of them must not need the memory. */
	private static final int MOST_COMMENTS = 100_000;

	private final OneLog log;

	private final VerdictTable verdicts = new VerdictTable();

	/** Comments that may be decided again. */
	private final Map<String, Judged> judged = new LinkedHashMap<>() {

		private static final long serialVersionUID = 1;

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Judged> eldest) {
			return size() > MOST_COMMENTS;
		}

	};

	private final Consumer<String> problems;

	/**
	 * Nothing is judged yet.
	 * @param problems takes what a person should read about a row
	 */
	Judge(Policy policy, Consumer<String> problems) {
		this.log = new OneLog(MemoryState.ofLatest(MOST_COMMENTS), _ -> policy);
		this.problems = problems;
	}

	/**
	 * Writes one decision per comment, as JSON lines in the order of the file. Where a
	 * later comment shows an earlier one in another light, one more line follows for that
	 * one, and its last line counts.
	 */
	VerdictTable judge(Path comments, @Nullable Path authors, OutputStream out) throws IOException {
		if (authors != null) {
			Instant base = CommentTable.extent(comments).baseOr(BASE);
			AuthorTable.read(authors, base, author -> log.on(facts(author, base)),
					bad -> problems.accept(authors + " " + bad));
		}
		CommentTable.<IOException>read(comments, BASE, row -> {
			judged.put(row.id(), new Judged(row.expected(), null));
			write(log.on(submitted(row)), out);
		}, bad -> problems.accept(comments + " " + bad));
		write(log.settle(), out);
		return verdicts;
	}

	private void write(List<Decision> decisions, OutputStream out) throws IOException {
		for (Decision decision : decisions) {
			Judged before = judged.get(decision.commentId());
			if (before != null) {
				verdicts.count(before.expected(), before.verdict(), decision.verdict());
				judged.put(decision.commentId(), new Judged(before.expected(), decision.verdict()));
			}
			out.write(Json.MAPPER.writeValueAsBytes(decision));
			out.write('\n');
		}
	}

	private static CommentSubmitted submitted(CommentRow row) {
		Author author = new Author(Author.keyOf(SITE, row.author()), row.author(), null, null, null);
		return new CommentSubmitted(row.id(), 1, SITE, new CommentThread(row.thread(), null, null), null, author,
				row.text(), null, row.submittedAt());
	}

	private static AuthorFacts facts(AuthorRow row, Instant base) {
		return new AuthorFacts("line-" + row.line(), SITE, Author.keyOf(SITE, row.id()), row.id(), row.registeredAt(),
				row.role(), row.approved(), row.held(), row.rejected(), base);
	}

	/**
	 * A comment of the file.
	 *
	 * @param verdict in force, or null before the first
	 */
	private record Judged(@Nullable Verdict expected, @Nullable Verdict verdict) {
	}

}
