package io.parley.moderation.learning;

import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Json;
import io.parley.moderation.signal.CommentJudged;
import io.parley.moderation.signal.KeyValues;
import org.jspecify.annotations.Nullable;

/** What is kept of reviewed comments, by site. Not thread-safe. */
record JudgedComments(KeyValues store) {

	private static final String COMMENT = "judged/";

	private static final String PROGRESS = "learning/";

	/** In no id of a site or of a comment. */
	private static final char END = '\u0001';

	@Nullable CommentJudged find(String site, String commentId) {
		byte[] kept = store.get(COMMENT + site + END + commentId);
		return (kept != null) ? Json.MAPPER.readValue(kept, CommentJudged.class) : null;
	}

	void put(CommentJudged judged) {
		store.put(COMMENT + judged.site() + END + judged.commentId(), Json.MAPPER.writeValueAsBytes(judged));
	}

	void remove(CommentJudged judged) {
		store.delete(COMMENT + judged.site() + END + judged.commentId());
	}

	List<CommentJudged> all(String site) {
		List<CommentJudged> all = new ArrayList<>();
		store.scan(COMMENT + site + END, (_, kept) -> all.add(Json.MAPPER.readValue(kept, CommentJudged.class)));
		return all;
	}

	Progress progress(String site) {
		byte[] kept = store.get(PROGRESS + site);
		return (kept != null) ? Json.MAPPER.readValue(kept, Progress.class) : Progress.NONE;
	}

	void put(String site, Progress progress) {
		store.put(PROGRESS + site, Json.MAPPER.writeValueAsBytes(progress));
	}

}
