package io.parley.moderation.policy;

import java.io.IOException;
import java.io.InputStream;

import org.jspecify.annotations.Nullable;

/**
 * The files of a policy that another one extends, read through the source of that one.
 */
sealed interface BaseSource extends PolicySource {

	/**
	 * Finds what {@code extends} names.
	 * @param name of a policy that comes with the programme, or a path as in
	 * {@link PolicySource#open}
	 */
	static BaseSource of(String name, PolicySource from) {
		if (NAMES.contains(name)) {
			return new PackagedBase(from, name + ".yaml");
		}
		int folder = name.lastIndexOf('/') + 1;
		return new BesideBase(from, name.substring(0, folder), name.substring(folder));
	}

	/** The source of the policy that extends it. */
	PolicySource from();

	@Override
	default @Nullable InputStream openPackaged(String path) throws IOException {
		return from().openPackaged(path);
	}

	/** One that comes with the programme. */
	record PackagedBase(PolicySource from, String file) implements BaseSource {

		@Override
		public String describe(String path) {
			return PACKAGED + path;
		}

		@Override
		public @Nullable InputStream open(String path) throws IOException {
			return from.openPackaged(path);
		}

	}

	/** A file in the folder of the policy that extends it, or below. */
	record BesideBase(PolicySource from, String folder, String file) implements BaseSource {

		@Override
		public String describe(String path) {
			return from.describe(folder + path);
		}

		@Override
		public @Nullable InputStream open(String path) throws IOException {
			return from.open(folder + path);
		}

		@Override
		public @Nullable InputStream openModel(String path) throws IOException {
			return from.openModel(folder + path);
		}

	}

}
