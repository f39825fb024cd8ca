package io.parley.local.up;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

import io.parley.local.command.CommandFailure;

/**
 * A service's jar, unpacked for a quick start. Unpacked once per build into a folder
 * named after the jar's content.
 *
 * @param name of the service
 * @param folder of the unpacked jar
 * @param mainClass of the service
 */
record ServiceProgram(String name, Path folder, String mainClass) {

	// The quick compiler alone: on the two processors of a small machine the optimising
	// one would take the first minutes from the comments.
	private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-Xmx224m", "-XX:+UseSerialGC",
			"-Xss512k", "-XX:ReservedCodeCacheSize=96m", "-XX:+ExitOnOutOfMemoryError");

	private static final List<String> ACCESS = List.of("--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow");

	static ServiceProgram of(String name, Path checkout) {
		Path jar = executableJar(name, checkout);
		try {
			Path folder = checkout.resolve("local/target/services")
				.resolve(name + "-" + digest(jar) + "-jdk" + Runtime.version());
			if (Files.notExists(folder)) {
				unpack(jar, name, folder);
			}
			try (JarFile service = new JarFile(folder.resolve(name + ".jar").toFile())) {
				return new ServiceProgram(name, folder,
						service.getManifest().getMainAttributes().getValue("Main-Class"));
			}
		}
		catch (IOException ex) {
			throw new CommandFailure("Cannot unpack " + jar + ": " + ex, ex);
		}
	}

	private static Path executableJar(String name, Path checkout) {
		Path target = checkout.resolve(name).resolve("target");
		try (Stream<Path> files = Files.list(target)) {
			return files.filter((file) -> file.getFileName().toString().matches(name + "-.*-exec\\.jar"))
				.findFirst()
				.orElseThrow(() -> new CommandFailure("No jar of the " + name + " in " + target + ": mvn package"));
		}
		catch (IOException ex) {
			throw new CommandFailure("The " + name + " is not built: mvn package", ex);
		}
	}

	private static String digest(Path jar) throws IOException {
		try (InputStream file = Files.newInputStream(jar);
				DigestInputStream digested = new DigestInputStream(file, MessageDigest.getInstance("SHA-256"))) {
			digested.transferTo(OutputStream.nullOutputStream());
			digested.getMessageDigest().update(guardClass());
			return HexFormat.of().formatHex(digested.getMessageDigest().digest(), 0, 6);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK knows SHA-256", ex);
		}
	}

	private static void unpack(Path jar, String name, Path folder) throws IOException {
		Files.createDirectories(folder.getParent());
		Path draft = Files.createTempDirectory(folder.getParent(), name + "-");
		int status = run(List.of(java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force",
				"--application-filename", name + ".jar", "--destination", draft.toString()));
		if (status != 0) {
			throw new IOException("the jar's own extract command failed with status " + status);
		}
		try (JarOutputStream guard = new JarOutputStream(Files.newOutputStream(draft.resolve("guard.jar")))) {
			guard.putNextEntry(new ZipEntry(GuardedMain.class.getName().replace('.', '/') + ".class"));
			guard.write(guardClass());
			guard.closeEntry();
		}
		Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
	}

	private static int run(List<String> command) throws IOException {
		try {
			return new ProcessBuilder(command).redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IOException("interrupted", ex);
		}
	}

	private static byte[] guardClass() throws IOException {
		try (InputStream bytes = GuardedMain.class.getResourceAsStream("GuardedMain.class")) {
			return Objects.requireNonNull(bytes).readAllBytes();
		}
	}

	private static String java() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * The classes as the JVM likes them best after one start of this build: an AOT cache.
	 */
	Path cache() {
		return this.folder.resolve("classes.aot");
	}

	/**
	 * The command that runs the service. A cache that does not fit is ignored by the JVM.
	 */
	List<String> command(Path settings) {
		// Quiet: what keeps the JVM from using the cache is no concern of the service's
		// log.
		List<String> options = Files.exists(cache())
				? List.of("-XX:AOTCache=" + cache(), "-Xlog:disable", "-Xlog:all=error:stderr") : List.of();
		return command(options, settings);
	}

	/**
	 * The command that starts the service up to the point of serving and writes the
	 * cache.
	 */
	List<String> trainingCommand(Path settings, Path cache) {
		List<String> command = new ArrayList<>(List.of("nice", "-n", "19"));
		command.addAll(command(List.of("-XX:AOTCacheOutput=" + cache, "-Dspring.context.exit=onRefresh"), settings));
		return command;
	}

	private List<String> command(List<String> options, Path settings) {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(JVM);
		command.addAll(ACCESS);
		command.addAll(options);
		command.addAll(List.of("-cp", this.folder.resolve(this.name + ".jar") + ":" + this.folder.resolve("guard.jar"),
				GuardedMain.class.getName(), this.mainClass, "--spring.config.additional-location=file:" + settings));
		return command;
	}

}
