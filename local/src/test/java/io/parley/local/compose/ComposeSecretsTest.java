package io.parley.local.compose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.parley.local.Parley;
import io.parley.local.command.AccessKey;
import io.parley.local.command.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComposeSecretsTest {

	@TempDir
	private Path parent;

	@Test
	void givenNoSecretsWhenMadeThenComposeFindsEveryFileItNames() throws IOException {
		new ComposeSecrets(folder()).complete();

		String compose = Files.readString(Checkout.folder().resolve("docker-compose.yml"));
		assertThat(compose.lines()
			.filter((line) -> line.contains("PARLEY_SECRETS"))
			.map((line) -> line.replaceAll(".*}/([a-z.-]+)\".*", "$1"))).hasSize(6)
			.allSatisfy((name) -> assertThat(folder().resolve(name)).isNotEmptyFile());
	}

	@Test
	void givenNoSecretsWhenMadeThenOthersCannotEnterButContainersCanRead() throws IOException {
		new ComposeSecrets(folder()).complete();

		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder()))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions
			.toString(Files.getPosixFilePermissions(folder().resolve("comments-database-password"))))
			.isEqualTo("rw-r--r--");
	}

	@Test
	void givenSecretsWhenMadeAgainThenNoneChanges() throws IOException {
		new ComposeSecrets(folder()).complete();
		Map<String, String> before = content();

		int exit = Parley.commandLine().execute("compose-secrets", "--dir", folder().toString());

		assertThat(exit).isZero();
		assertThat(content()).isEqualTo(before);
	}

	@Test
	void givenNoSecretsWhenMadeThenTheServiceIsToldTheHashOfTheKeyOnly() throws IOException {
		new ComposeSecrets(folder()).complete();

		Map<String, String> files = content();
		String key = Objects.requireNonNull(files.get(ComposeSecrets.PLATFORM_KEY));
		assertThat(files.get("comment-service.properties")).contains(new AccessKey(key).sha256()).doesNotContain(key);
	}

	private Path folder() {
		return this.parent.resolve("compose");
	}

	private Map<String, String> content() throws IOException {
		Map<String, String> content = new TreeMap<>();
		try (Stream<Path> files = Files.list(folder())) {
			for (Path file : files.toList()) {
				content.put(file.getFileName().toString(), Files.readString(file));
			}
		}
		return content;
	}

}
