package io.parley.comments.stream;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.parley.comments.comment.ShownChange;

/**
 * What a stream says, as it is sent.
 *
 * @param text of the event stream format
 * @see <a href=
 * "https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-sent events</a>
 */
record ThreadEvent(String text) {

	private static final Pattern ID = Pattern.compile("(\\d{1,18})(-.{0,100})?");

	/**
	 * A change. Its id is the position to read on from, and what makes it unlike all
	 * others: the same change told twice has the same end of its id.
	 * @param position before which everything was told
	 */
	static ThreadEvent of(ShownChange change, long position) {
		String id = "id: " + Math.min(position, change.transaction()) + '-' + change.transaction() + '-'
				+ change.commentId() + '\n';
		return new ThreadEvent(id + ((change.json() != null) ? "event: comment\ndata: " + change.json()
				: "event: removed\ndata: {\"id\":\"" + change.commentId() + "\"}") + "\n\n");
	}

	/** Nothing has happened, and everything before the position was told. */
	static ThreadEvent heartbeat(long position) {
		return new ThreadEvent(": still here\nid: " + position + "\n\n");
	}

	/** The stream begins. */
	static ThreadEvent hello(long position, int retryMillis) {
		return new ThreadEvent("retry: " + retryMillis + "\nid: " + position + "\n\n");
	}

	/** What the reader knows is of another database: it has to read the thread anew. */
	static ThreadEvent reset(long position) {
		return new ThreadEvent("id: " + position + "\nevent: reset\ndata: {}\n\n");
	}

	/** The position in an id, unless it is none. */
	static Optional<Long> positionIn(String id) {
		Matcher parts = ID.matcher(id);
		return parts.matches() ? Optional.of(Long.valueOf(parts.group(1))) : Optional.empty();
	}

	byte[] bytes() {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
