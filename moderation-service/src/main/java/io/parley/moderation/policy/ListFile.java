package io.parley.moderation.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import io.parley.moderation.text.Matching;
import io.parley.moderation.text.TermList;

/** A file of terms by itself, to be tried out. */
public final class ListFile {

	private ListFile() {
	}

	/**
	 * Reads a file of terms as a policy would.
	 * @throws PolicyProblemsException with all mistakes in it
	 */
	public static TermList read(Path file, Matching matching) throws IOException, PolicyProblemsException {
		Problems problems = new Problems();
		ListTerms terms = new ListTerms(String.valueOf(file.getFileName()), matching);
		try (InputStream bytes = Files.newInputStream(file)) {
			ListLines.read(SourceText.read(file.toString(), bytes, ListsReader.MOST_BYTES, problems), terms, problems);
		}
		terms.checkExceptions(problems);
		problems.throwIfAny(file.toString());
		return terms.list();
	}

}
