package io.parley.local.policy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

import io.parley.contract.Author;
import io.parley.contract.AuthorFacts;
import io.parley.contract.CommentSubmitted;
import io.parley.contract.CommentThread;
import io.parley.contract.Decision;
import io.parley.contract.Json;
import io.parley.local.table.AuthorRow;
import io.parley.local.table.AuthorTable;
import io.parley.local.table.CommentRow;
import io.parley.local.table.CommentTable;
import io.parley.local.table.VerdictTable;
import io.parley.moderation.decision.MemoryState;
import io.parley.moderation.decision.ModerationFlow;
import io.parley.moderation.decision.ModerationState;
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

	private final ModerationState state = MemoryState.ofLatest(MOST_COMMENTS);

	private final VerdictTable verdicts = new VerdictTable();

	private final Policy policy;

	private final Consumer<String> problems;

	/**
	 * Nothing is judged yet.
	 * @param problems takes what a person should read about a row
	 */
	Judge(Policy policy, Consumer<String> problems) {
		this.policy = policy;
		this.problems = problems;
	}

	/** Writes one decision per comment, as JSON lines in the order of the file. */
	VerdictTable judge(Path comments, @Nullable Path authors, OutputStream out) throws IOException {
		if (authors != null) {
			Instant base = CommentTable.extent(comments).baseOr(BASE);
			AuthorTable.read(authors, base, author -> ModerationFlow.on(facts(author, base), state, _ -> policy),
					bad -> problems.accept(authors + " " + bad));
		}
		CommentTable.<IOException>read(comments, BASE, row -> {
			for (Decision decision : ModerationFlow.on(submitted(row), state, _ -> policy).decisions()) {
				verdicts.count(row.expected(), decision.verdict());
				out.write(Json.MAPPER.writeValueAsBytes(decision));
				out.write('\n');
			}
		}, bad -> problems.accept(comments + " " + bad));
		return verdicts;
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

}
