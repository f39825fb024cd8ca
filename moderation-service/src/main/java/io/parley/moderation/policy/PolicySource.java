package io.parley.moderation.policy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** Where a policy and its lists are read from. */
public interface PolicySource {

	/** The policies that come with the programme. */
	List<String> NAMES = List.of("news-and-politics", "family");

	/** Where they and their lists are on the class path. */
	String PACKAGED = "policies/";

	/** The one that decides where there is no other. */
	String STARTER = "news-and-politics";

	/** The policy's file name, to be opened as any other path. */
	String file();

	/** The path as a person would name it. */
	String describe(String path);

	/**
	 * Opens a file.
	 * @param path relative to the folder of the policy, with forward slashes
	 * @return the content, or null if there is no such file
	 */
	@Nullable InputStream open(String path) throws IOException;

	/**
	 * Opens the file of a model, which is no text.
	 * @param path as in {@link #open}
	 * @return the content, or null if there is no such file
	 */
	default @Nullable InputStream openModel(String path) throws IOException {
		return open(path);
	}

	/**
	 * Opens a file of the policies that come with the programme, which any policy may
	 * extend.
	 * @param path relative to their folder
	 * @return the content, or null if there is no such file
	 */
	default @Nullable InputStream openPackaged(String path) throws IOException {
		return PolicySource.class.getClassLoader().getResourceAsStream(PACKAGED + path);
	}

	/** Whether a path leads to the policy's folder or below. */
	static boolean isBelow(String path) {
		return !path.startsWith("/") && !path.contains("\\") && !List.of(path.split("/", -1)).contains("..");
	}

	/** A policy in the file system. */
	static PolicySource of(Path file) {
		return new PolicyFolder(file);
	}

	/** The policy that comes with the programme and decides where there is no other. */
	static PolicySource starter() {
		return new PackagedPolicy(PACKAGED, STARTER + ".yaml");
	}

	/**
	 * What an operator calls a policy: a file, or the name of one that comes with the
	 * programme, unless there is such a file.
	 */
	static PolicySource named(Path policy) {
		String name = policy.toString();
		return (NAMES.contains(name) && !Files.exists(policy)) ? new PackagedPolicy(PACKAGED, name + ".yaml")
				: of(policy);
	}

	/** The file and its folder. */
	record PolicyFolder(Path path) implements PolicySource {

		@Override
		public String file() {
			Path name = this.path.getFileName();
			return (name != null) ? name.toString() : "";
		}

		@Override
		public String describe(String name) {
			return this.path.resolveSibling(name).toString();
		}

		@Override
		public @Nullable InputStream open(String name) throws IOException {
			Path file = this.path.resolveSibling(name);
			if (Files.isRegularFile(file)) {
				return Files.newInputStream(file);
			}
			if (Files.exists(file)) {
				throw new FileNotFoundException(file + " is not a file");
			}
			return null;
		}

	}

	/** A folder on the class path. */
	record PackagedPolicy(String folder, String file) implements PolicySource {

		@Override
		public String describe(String name) {
			return this.folder + name;
		}

		@Override
		public @Nullable InputStream open(String name) {
			return PolicySource.class.getClassLoader().getResourceAsStream(this.folder + name);
		}

	}

}
