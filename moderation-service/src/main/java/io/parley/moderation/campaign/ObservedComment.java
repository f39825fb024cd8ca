package io.parley.moderation.campaign;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;

import io.parley.contract.CampaignSeen.Member;
import io.parley.moderation.signal.TextObserved;
import io.parley.moderation.text.Imprint;

/** One revision of a comment that was observed. Not thread-safe. */
final class ObservedComment extends Imprinted {

	/** By more than the time, so that there is one order. */
	static final Comparator<ObservedComment> IN_TIME = Comparator.comparingLong(ObservedComment::at)
		.thenComparing(ObservedComment::key);

	private final Member member;

	private final long at;

	private final int thread;

	private final int links;

	private final long window;

	private final long arrived;

	private boolean gone;

	private boolean told;

	private Cluster cluster;

	private ObservedComment(String site, Member member, Imprint imprint, long at, int thread, int links, long window,
			long arrived) {
		super(site, imprint);
		this.member = member;
		this.at = at;
		this.thread = thread;
		this.links = links;
		this.window = window;
		this.arrived = arrived;
		this.cluster = new Cluster(this);
	}

	static ObservedComment of(TextObserved text, long now) {
		return new ObservedComment(text.site(), new Member(text.commentId(), text.revision(), text.authorKey()),
				Imprint.parse(text.imprint()), text.at().toEpochMilli(), text.threadId().hashCode(), text.links(),
				text.window().toMillis(), now);
	}

	Member member() {
		return member;
	}

	long at() {
		return at;
	}

	Instant time() {
		return Instant.ofEpochMilli(at);
	}

	int thread() {
		return thread;
	}

	int links() {
		return links;
	}

	long window() {
		return window;
	}

	long arrived() {
		return arrived;
	}

	Cluster cluster() {
		return cluster;
	}

	void moveTo(Cluster other) {
		cluster = other;
	}

	/** Whether it was edited or withdrawn; it still connects those that are like it. */
	boolean isGone() {
		return gone;
	}

	void go() {
		gone = true;
	}

	/** Whether its author's log knows of its campaign. */
	boolean isTold() {
		return told;
	}

	void tell() {
		told = true;
	}

	/** Unique among the revisions of all comments. */
	String key() {
		return member.commentId() + '/' + member.revision();
	}

	/** Its form in the store. */
	byte[] bytes() {
		byte[] siteBytes = site().getBytes(UTF_8);
		byte[] id = member.commentId().getBytes(UTF_8);
		byte[] author = member.authorKey().getBytes(UTF_8);
		byte[] print = imprint().bytes();
		ByteBuffer buffer = ByteBuffer
			.allocate(1 + 3 * Short.BYTES + siteBytes.length + id.length + author.length + 3 * Integer.BYTES
					+ 3 * Long.BYTES + print.length)
			.put((byte) ((gone ? 1 : 0) | (told ? 2 : 0)))
			.putInt(member.revision())
			.putInt(thread)
			.putInt(links)
			.putLong(at)
			.putLong(window)
			.putLong(arrived);
		for (byte[] text : new byte[][] { siteBytes, id, author }) {
			buffer.putShort((short) text.length).put(text);
		}
		return buffer.put(print).array();
	}

	static ObservedComment of(byte[] bytes) {
		ByteBuffer buffer = ByteBuffer.wrap(bytes);
		byte flags = buffer.get();
		int revision = buffer.getInt();
		int thread = buffer.getInt();
		int links = buffer.getInt();
		long at = buffer.getLong();
		long window = buffer.getLong();
		long arrived = buffer.getLong();
		String site = text(buffer);
		String id = text(buffer);
		String author = text(buffer);
		byte[] print = new byte[buffer.remaining()];
		buffer.get(print);
		ObservedComment comment = new ObservedComment(site, new Member(id, revision, author), Imprint.of(print), at,
				thread, links, window, arrived);
		comment.gone = (flags & 1) != 0;
		comment.told = (flags & 2) != 0;
		return comment;
	}

	private static String text(ByteBuffer buffer) {
		byte[] text = new byte[Short.toUnsignedInt(buffer.getShort())];
		buffer.get(text);
		return new String(text, UTF_8);
	}

}
