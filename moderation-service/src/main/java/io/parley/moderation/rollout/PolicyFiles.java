package io.parley.moderation.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

import io.parley.contract.PolicyVersion;
import io.parley.moderation.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/** The files of a published version, to be read as if they were in a folder. */
record PolicyFiles(PolicyVersion version) implements PolicySource {

	@Override
	public String file() {
		return version.file();
	}

	@Override
	public String describe(String path) {
		return path + " of version " + version.policyHash();
	}

	@Override
	public @Nullable InputStream open(String path) {
		String content = version.files().get(path);
		return (content != null) ? new ByteArrayInputStream(content.getBytes(UTF_8)) : null;
	}

	/** Remembers what is read from another source. Not thread-safe. */
	static final class Recorder implements PolicySource {

		private final PolicySource source;

		private final Map<String, String> read = new TreeMap<>();

		Recorder(PolicySource source) {
			this.source = source;
		}

		/** Content by path. */
		Map<String, String> read() {
			return read;
		}

		@Override
		public String file() {
			return source.file();
		}

		@Override
		public String describe(String path) {
			return source.describe(path);
		}

		@Override
		public @Nullable InputStream open(String path) throws IOException {
			try (InputStream content = source.open(path)) {
				if (content == null) {
					return null;
				}
				byte[] bytes = content.readNBytes(MOST_BYTES);
				read.put(path, new String(bytes, UTF_8));
				return new ByteArrayInputStream(bytes);
			}
		}

		/**
		 * One more than any file of a policy may have, so that its reader still sees it.
		 */
		private static final int MOST_BYTES = (1 << 20) + 1;

	}

}
