package io.parley.moderation.rollout;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

import io.parley.contract.PolicyVersion;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.policy.PolicySource;
import org.jspecify.annotations.Nullable;

/**
 * The files of a published version, to be read as if they were in a folder.
 *
 * @param model the bytes of its model, if it names a file
 */
record PolicyFiles(PolicyVersion version, Supplier<byte[]> model) implements PolicySource {

	/**
	 * Before the paths of files that come with the programme; no path of a policy's own
	 * file begins so.
	 */
	private static final String PACKAGED_FILE = "/";

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

	/** What the version was published with, whatever comes with this programme. */
	@Override
	public @Nullable InputStream openPackaged(String path) {
		return open(PACKAGED_FILE + path);
	}

	@Override
	public InputStream openModel(String path) {
		return new ByteArrayInputStream(model.get());
	}

	/** Remembers what is read from another source. Not thread-safe. */
	static final class Recorder implements PolicySource {

		/**
		 * One more than any file of a policy may have, so that its reader still sees it.
		 */
		private static final int MOST_BYTES = (1 << 20) + 1;

		private final PolicySource source;

		private final Map<String, String> read = new TreeMap<>();

		private final Set<String> paths = new TreeSet<>();

		private byte @Nullable [] model;

		Recorder(PolicySource source) {
			this.source = source;
		}

		/** Content of all but the model, by path. */
		Map<String, String> read() {
			return read;
		}

		/** What was looked for, there or not. */
		Set<String> paths() {
			return paths;
		}

		/** The bytes of the model's file; null if none was read. */
		byte @Nullable [] model() {
			return model;
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
			paths.add(path);
			return recorded(path, source.open(path));
		}

		@Override
		public @Nullable InputStream openPackaged(String path) throws IOException {
			return recorded(PACKAGED_FILE + path, source.openPackaged(path));
		}

		private @Nullable InputStream recorded(String path, @Nullable InputStream opened) throws IOException {
			try (InputStream content = opened) {
				if (content == null) {
					return null;
				}
				byte[] bytes = content.readNBytes(MOST_BYTES);
				read.put(path, new String(bytes, UTF_8));
				return new ByteArrayInputStream(bytes);
			}
		}

		@Override
		public @Nullable InputStream openModel(String path) throws IOException {
			paths.add(path);
			try (InputStream content = source.openModel(path)) {
				if (content == null) {
					return null;
				}
				byte[] bytes = content.readNBytes(Model.MOST_BYTES + 1);
				model = bytes;
				return new ByteArrayInputStream(bytes);
			}
		}

	}

}
