package io.parley.moderation.classifier;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * The file of a model. All numbers are big-endian:
 *
 * <pre>
 * 8 bytes   PARLEYML
 * int       version of this format: 2
 * int       version of the features, {@link Features#VERSION}
 * int       number of places, n: four for each bucket
 * int       number of heads, h; then for each of them, in the order of {@link Head}:
 *   UTF       its name, in small letters
 *   5 double  scale, bias, sentence, slope, intercept
 * n × short of each place the lowest 16 bits of the feature that has it
 * h × n     bytes: of each head the weight of each place, -127 to 127
 * 32 bytes  SHA-256 of all before
 * </pre>
 *
 * A feature's bucket is its upper 32 bits, times n / 4, shifted right by 32 bits. A place
 * that no feature has has weights of 0.
 */
final class ModelFile {

	private static final byte[] MAGIC = "PARLEYML".getBytes(StandardCharsets.US_ASCII);

	private static final int FORMAT = 2;

	private static final int DIGEST_BYTES = 32;

	private static final int ID_BYTES = 16;

	private ModelFile() {
	}

	static Model read(InputStream file) throws IOException {
		byte[] bytes = file.readNBytes(Model.MOST_BYTES + 1);
		if (bytes.length > Model.MOST_BYTES) {
			throw new ModelFileException("it is larger than " + Model.MOST_BYTES + " bytes");
		}
		if (bytes.length < MAGIC.length || !Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
			throw new ModelFileException("it is no model of Parley");
		}
		int end = bytes.length - DIGEST_BYTES;
		byte[] digest = sha256(bytes, Math.max(0, end));
		if (end < 0 || !MessageDigest.isEqual(digest, Arrays.copyOfRange(bytes, end, bytes.length))) {
			throw new ModelFileException("it is cut off or damaged: its checksum is wrong");
		}
		DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, MAGIC.length, end - MAGIC.length));
		expect("format", FORMAT, in.readInt());
		expect("features", Features.VERSION, in.readInt());
		int places = in.readInt();
		expect("heads", Head.values().length, in.readInt());
		List<HeadFit> heads = new ArrayList<>();
		for (Head head : Head.values()) {
			String name = in.readUTF();
			if (!name.equals(name(head))) {
				throw new ModelFileException("it has a head '" + name + "' in place of '" + name(head) + "'");
			}
			heads.add(new HeadFit(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble()));
		}
		if (places < Table.PLACES || places % Table.PLACES != 0
				|| in.available() != (long) places * (Short.BYTES + heads.size())) {
			throw new ModelFileException("its table has not the size that it tells");
		}
		return new Model(HexFormat.of().formatHex(digest, 0, ID_BYTES), heads, table(in, places, heads.size()));
	}

	/** The bytes of a model. */
	static byte[] write(List<HeadFit> heads, short[] checks, List<byte[]> weights) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (DataOutputStream out = new DataOutputStream(bytes)) {
			out.write(MAGIC);
			out.writeInt(FORMAT);
			out.writeInt(Features.VERSION);
			out.writeInt(checks.length);
			out.writeInt(heads.size());
			for (Head head : Head.values()) {
				HeadFit fit = heads.get(head.index());
				out.writeUTF(name(head));
				out.writeDouble(fit.scale());
				out.writeDouble(fit.bias());
				out.writeDouble(fit.sentence());
				out.writeDouble(fit.slope());
				out.writeDouble(fit.intercept());
			}
			for (short check : checks) {
				out.writeShort(check);
			}
			for (byte[] ofHead : weights) {
				out.write(ofHead);
			}
			out.write(sha256(bytes.toByteArray(), bytes.size()));
		}
		catch (IOException impossible) {
			throw new IllegalStateException("Memory can be written to", impossible);
		}
		return bytes.toByteArray();
	}

	private static Table table(DataInputStream in, int places, int heads) throws IOException {
		short[] checks = new short[places];
		for (int i = 0; i < places; i++) {
			checks[i] = in.readShort();
		}
		byte[][] weights = new byte[heads][places];
		for (byte[] ofHead : weights) {
			in.readFully(ofHead);
		}
		return new Table(checks, weights);
	}

	private static void expect(String what, int expected, int found) throws ModelFileException {
		if (found != expected) {
			throw new ModelFileException(
					"it has " + what + " " + found + ", and this version of Parley needs " + what + " " + expected);
		}
	}

	private static String name(Head head) {
		return head.name().toLowerCase(Locale.ROOT);
	}

	private static byte[] sha256(byte[] bytes, int length) {
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(bytes, 0, length);
			return digest.digest();
		}
		catch (NoSuchAlgorithmException missing) {
			throw new IllegalStateException("Every Java platform has SHA-256", missing);
		}
	}

}
