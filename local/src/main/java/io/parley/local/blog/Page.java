package io.parley.local.blog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The article with its comments, as HTML. */
final class Page {

	private static final String TEMPLATE = new String(resource("page.html"), UTF_8);

	private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");

	private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC);

	private Page() {
	}

	/**
	 * The whole page.
	 * @param thread null while the comment service does not answer
	 */
	static String of(@Nullable List<Comment> thread, List<Comment> mine, Entry entry) {
		Map<String, String> parts = Map.of("thread", thread(thread), "mine", mine(mine), "problem",
				(entry.problem() != null)
						? "<p class=\"problem\" role=\"alert\">" + Html.escape(entry.problem()) + "</p>" : "",
				"name", Html.escape(entry.name()), "text", Html.escape(entry.text()), "once",
				UUID.randomUUID().toString());
		return HOLE.matcher(TEMPLATE)
			.replaceAll(hole -> Matcher.quoteReplacement(requireNonNull(parts.get(hole.group(1)), hole.group(1))));
	}

	private static String thread(@Nullable List<Comment> comments) {
		if (comments == null) {
			return "<li class=\"none\">The comments cannot be shown at the moment.</li>";
		}
		if (comments.isEmpty()) {
			return "<li class=\"none\">Nobody has said anything yet. Will you?</li>";
		}
		return comments.stream()
			.map(comment -> """
					<li id="c-%1$s" data-at="%2$s"><p class="who"><strong dir="auto">%3$s</strong><time datetime="%2$s">%4$s</time></p>\
					<p class="body" dir="auto">%5$s</p></li>
					"""
				.formatted(Html.escape(comment.id()), comment.at(), Html.escape(comment.name()),
						WHEN.format(comment.at()), Html.escape(comment.text())))
			.collect(Collectors.joining());
	}

	/** What became of the reader's own comments. */
	static String mine(List<Comment> comments) {
		if (comments.isEmpty()) {
			return "";
		}
		return comments.stream()
			.map(comment -> """
					<li class="%s"><p class="status"><strong>%s</strong> %s</p><p class="body" dir="auto">%s</p></li>
					""".formatted(Html.escape(comment.status()), word(comment), Html.escape(comment.reason()),
					Html.escape(comment.text())))
			.collect(Collectors.joining("", "<section class=\"own\"><h3>Your comments</h3><ul>", "</ul></section>"));
	}

	private static String word(Comment comment) {
		return switch (comment.status()) {
			case "APPROVED" -> "Published.";
			case "HELD" -> "Waiting.";
			case "REJECTED" -> "Not published.";
			case "WITHDRAWN" -> "Withdrawn.";
			default -> "Being read.";
		};
	}

	static byte[] resource(String name) {
		try (InputStream content = requireNonNull(Page.class.getResourceAsStream(name), name)) {
			return content.readAllBytes();
		}
		catch (IOException failure) {
			throw new UncheckedIOException(failure);
		}
	}

	/**
	 * What the form shows.
	 *
	 * @param problem why it was not taken, or null
	 */
	record Entry(String name, String text, @Nullable String problem) {

		static final Entry EMPTY = new Entry("", "", null);

	}

}
