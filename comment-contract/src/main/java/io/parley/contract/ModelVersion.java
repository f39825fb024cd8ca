package io.parley.contract;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A model that policies score comments by, as it was published: its bytes, so that its
 * decisions can be made again when its file has long changed.
 *
 * @param modelId identifies the content; {@link PolicyVersion}s carry it
 * @param content the bytes of the model's file, in Base64
 */
public record ModelVersion(String modelId, String content, Instant publishedAt) implements Event {

	public ModelVersion {
		requireNonNull(modelId, "modelId");
		requireNonNull(content, "content");
		requireNonNull(publishedAt, "publishedAt");
	}

	@Override
	public String eventId() {
		return modelId;
	}

	@Override
	public Instant occurredAt() {
		return publishedAt;
	}

}
