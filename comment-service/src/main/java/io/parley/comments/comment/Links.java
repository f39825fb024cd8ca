package io.parley.comments.comment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.springframework.web.util.UriUtils;

/** Where to read on; paths, so that they hold behind any proxy. */
record Links(String self, String thread) {

	static Links of(UUID commentId, String threadId) {
		return new Links("/v1/comments/" + commentId, thread(threadId));
	}

	static String thread(String threadId) {
		return "/v1/threads/" + UriUtils.encode(threadId, StandardCharsets.UTF_8) + "/comments";
	}

}
