package io.parley.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;

/**
 * A server's certificate that vouches for itself, with its key, for tests of encrypted
 * connections.
 *
 * @param certificate PEM file, which also is the authority that clients trust
 * @param key PEM file that only its owner may read
 * @param keyStore both in one PKCS#12 file
 */
record Certificate(Path certificate, Path key, Path keyStore, String password) {

	private static final String ALIAS = "server";

	/**
	 * Makes one.
	 * @param host the only name that it is good for
	 */
	static Certificate of(Path folder, String host) {
		Path store = folder.resolve(host + ".p12");
		String password = HexFormat.of().toHexDigits(new Random().nextLong());
		try {
			Files.createDirectories(folder);
			Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
					"-genkeypair", "-alias", ALIAS, "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "2",
					"-dname", "CN=" + host, "-ext", "san=dns:" + host, "-ext", "bc=ca:true", "-storetype", "PKCS12",
					"-keystore", store.toString(), "-storepass", password)
				.redirectErrorStream(true)
				.start();
			String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			if (keytool.waitFor() != 0) {
				throw new BackendException("keytool makes no certificate: " + output);
			}
			KeyStore content = KeyStore.getInstance(store.toFile(), password.toCharArray());
			Path certificate = folder.resolve(host + ".pem");
			Files.writeString(certificate, pem("CERTIFICATE", content.getCertificate(ALIAS).getEncoded()));
			Path key = folder.resolve(host + ".key");
			Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(key, pem("PRIVATE KEY", content.getKey(ALIAS, password.toCharArray()).getEncoded()));
			return new Certificate(certificate, key, store, password);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String what, byte[] content) {
		return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n".formatted(what,
				Base64.getMimeEncoder(64, new byte[] { '\n' }).encodeToString(content));
	}

}
