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
	private static final List<String> JVM = List.of("-XX:TieredStopAtLevel=1", "-Xmx208m",
			// A third of the heap otherwise, which leaves little to what lives long.
			"-XX:MaxNewSize=44m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-Xss512k",
			"-XX:ReservedCodeCacheSize=96m", "-XX:+ExitOnOutOfMemoryError",
			// Else all of the class cache is read and written at the start, to move it.
			"-XX:+UnlockDiagnosticVMOptions", "-XX:ArchiveRelocationMode=0");

	private static final List<String> ACCESS = List.of("--enable-native-access=ALL-UNNAMED",
			"--sun-misc-unsafe-memory-access=allow");

	static ServiceProgram of(String name, Path checkout) {
		Path jar = executableJar(name, checkout);
		try {
			Path folder = folder(checkout).resolve(name + "-" + digest(jar) + "-jdk" + Runtime.version());
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

	/** Where the programs of a checkout are unpacked. */
	static Path folder(Path checkout) {
		return checkout.resolve("local/target/services");
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

	ClassCache cache() {
		return new ClassCache(this.folder.resolve("classes.aot"));
	}

	/** The command that runs the service with further options of its JVM. */
	List<String> command(List<String> options, Path settings) {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(JVM);
		command.addAll(ACCESS);
		command.addAll(options);
		command.addAll(List.of("-cp", this.folder.resolve(this.name + ".jar") + ":" + this.folder.resolve("guard.jar"),
				GuardedMain.class.getName(), this.mainClass, "--spring.config.additional-location=file:" + settings));
		return command;
	}

}
