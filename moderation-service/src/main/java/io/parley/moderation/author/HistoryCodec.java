package io.parley.moderation.author;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.BufferUnderflowException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.parley.contract.Json;
import io.parley.moderation.author.Sanctions.Term;
import io.parley.moderation.text.Sketch;
import org.jspecify.annotations.Nullable;

/**
 * Histories as bytes: about a hundred for an author of one comment, at most
 * {@value #MOST_BYTES} for one of thousands. The first byte is the version of the rest;
 * what was written as JSON by the first versions of Parley is still read. Thread-safe.
 */
public final class HistoryCodec {

	/** No history is larger, unless the platform tells roles of more than a line. */
	public static final int MOST_BYTES = 2048;

	private static final byte VERSION = 1;

	private HistoryCodec() {
	}

	/** The bytes of a history; equal histories have equal bytes. */
	public static byte[] encode(AuthorHistory history) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
		bytes.write(VERSION);
		Output out = new Output(bytes);
		out.counts(history.told());
		out.counts(history.automatic());
		out.counts(history.human());
		out.ratio(history.rejections());
		out.standing(history.standing());
		out.activity(history.activity());
		out.term(history.sanctions().banned());
		out.term(history.sanctions().muted());
		return bytes.toByteArray();
	}

	/**
	 * The history in some bytes.
	 * @throws IllegalArgumentException if there is none of a version that is known
	 */
	public static AuthorHistory decode(byte[] bytes) {
		try {
			if (bytes[0] == '{') {
				return Json.MAPPER.readValue(bytes, JsonHistory.class).history();
			}
			if (bytes[0] != VERSION) {
				throw new IllegalArgumentException("An author's history of version " + bytes[0] + " is not known");
			}
			Input in = new Input(ByteBuffer.wrap(bytes, 1, bytes.length - 1));
			return new AuthorHistory(in.counts(), in.counts(), in.counts(), in.ratio(), in.standing(), in.activity(),
					new Sanctions(in.term(), in.term()));
		}
		catch (BufferUnderflowException | IndexOutOfBoundsException broken) {
			throw new IllegalArgumentException("An author's history ends too early", broken);
		}
	}

	/** What the first versions wrote. Who had decided was not told apart. */
	private record JsonHistory(int approved, int held, int rejected, @Nullable Instant firstSeen,
			@Nullable Instant registeredAt, @Nullable String role, @Nullable String factsId, @Nullable Instant toldAt,
			List<Long> recent) {

		AuthorHistory history() {
			Instant lastSeen = recent.isEmpty() ? firstSeen : Instant.ofEpochMilli(recent.getLast());
			return new AuthorHistory(Counts.NONE, new Counts(approved, held, rejected), Counts.NONE, FadingRatio.NONE,
					new Standing(firstSeen, lastSeen, registeredAt, role, factsId, toldAt),
					new Activity(recent, List.of()), Sanctions.NONE);
		}

	}

	/** Numbers take as many bytes as they need, times are told from the one before. */
	private record Output(ByteArrayOutputStream bytes) {

		void counts(Counts counts) {
			number(counts.approved());
			number(counts.held());
			number(counts.rejected());
		}

		void ratio(FadingRatio ratio) {
			bytes.write(ratio.equals(FadingRatio.NONE) ? 0 : 1);
			if (!ratio.equals(FadingRatio.NONE)) {
				bytes.writeBytes(ByteBuffer.allocate(2 * Double.BYTES)
					.putDouble(ratio.rejected())
					.putDouble(ratio.decided())
					.array());
				signed(ratio.asOf());
			}
		}

		void standing(Standing standing) {
			time(standing.firstSeen());
			time(standing.lastSeen());
			time(standing.registeredAt());
			text(standing.role());
			text(standing.factsId());
			time(standing.toldAt());
		}

		void activity(Activity activity) {
			number(activity.times().size());
			long before = 0;
			for (long time : activity.times()) {
				signed(time - before);
				before = time;
			}
			number(activity.posts().size());
			before = 0;
			for (Posted post : activity.posts()) {
				signed(post.at() - before);
				before = post.at();
				bytes.writeBytes(ByteBuffer.allocate(8).putInt(post.comment()).putInt(post.thread()).array());
				number(post.links());
				byte[] sketch = post.text().bytes();
				number(sketch.length);
				bytes.writeBytes(sketch);
			}
		}

		void term(@Nullable Term term) {
			time(term != null ? term.from() : null);
			if (term != null) {
				time(term.until());
			}
		}

		private void time(@Nullable Instant time) {
			bytes.write(time == null ? 0 : 1);
			if (time != null) {
				signed(time.getEpochSecond());
				number(time.getNano());
			}
		}

		private void text(@Nullable String text) {
			byte[] utf8 = text == null ? new byte[0] : text.getBytes(UTF_8);
			number(text == null ? 0 : utf8.length + 1L);
			bytes.writeBytes(utf8);
		}

		private void signed(long value) {
			number((value << 1) ^ (value >> 63));
		}

		private void number(long value) {
			long rest = value;
			while ((rest & ~0x7FL) != 0) {
				bytes.write((int) ((rest & 0x7F) | 0x80));
				rest >>>= 7;
			}
			bytes.write((int) rest);
		}

	}

	/** Reads what {@link Output} wrote. */
	private record Input(ByteBuffer bytes) {

		Counts counts() {
			return new Counts((int) number(), (int) number(), (int) number());
		}

		FadingRatio ratio() {
			return bytes.get() == 0 ? FadingRatio.NONE
					: new FadingRatio(bytes.getDouble(), bytes.getDouble(), signed());
		}

		Standing standing() {
			return new Standing(time(), time(), time(), text(), text(), time());
		}

		Activity activity() {
			List<Long> times = new ArrayList<>();
			long before = 0;
			for (long left = number(); left > 0; left--) {
				before += signed();
				times.add(before);
			}
			List<Posted> posts = new ArrayList<>();
			before = 0;
			for (long left = number(); left > 0; left--) {
				before += signed();
				posts
					.add(new Posted(before, bytes.getInt(), bytes.getInt(), (int) number(), Sketch.of(some(number()))));
			}
			return new Activity(times, posts);
		}

		@Nullable Term term() {
			Instant from = time();
			Instant until = from != null ? time() : null;
			return (from != null && until != null) ? new Term(from, until) : null;
		}

		private @Nullable Instant time() {
			return bytes.get() == 0 ? null : Instant.ofEpochSecond(signed(), number());
		}

		private @Nullable String text() {
			long length = number();
			return length == 0 ? null : new String(some(length - 1), UTF_8);
		}

		private byte[] some(long length) {
			if (length > bytes.remaining()) {
				throw new BufferUnderflowException();
			}
			byte[] some = new byte[(int) length];
			bytes.get(some);
			return some;
		}

		private long signed() {
			long value = number();
			return (value >>> 1) ^ -(value & 1);
		}

		private long number() {
			long value = 0;
			for (int shift = 0; shift < 64; shift += 7) {
				byte next = bytes.get();
				value |= (next & 0x7FL) << shift;
				if (next >= 0) {
					return value;
				}
			}
			throw new IllegalArgumentException("A number of an author's history has no end");
		}

	}

}
