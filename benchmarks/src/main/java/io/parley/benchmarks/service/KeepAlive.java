package io.parley.benchmarks.service;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One HTTP connection that is used again and again, with next to no work of its own, so
 * that the server is measured. For one thread.
 */
final class KeepAlive implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 30_000;

	private final URI service;

	private final String tail;

	private Socket socket;

	private InputStream in;

	KeepAlive(URI service, String key) throws IOException {
		this.service = service;
		this.socket = connect(service);
		this.in = new BufferedInputStream(this.socket.getInputStream());
		this.tail = " HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\nAuthorization: Bearer " + key
				+ "\r\nContent-Type: application/json\r\nContent-Length: ";
	}

	private static Socket connect(URI service) throws IOException {
		Socket socket = new Socket(service.getHost(), service.getPort());
		socket.setTcpNoDelay(true);
		socket.setSoTimeout(TIMEOUT_MILLIS);
		return socket;
	}

	/** Posts a body and reads the answer; returns its status. */
	int post(String path, String json) throws IOException {
		byte[] body = json.getBytes(StandardCharsets.UTF_8);
		byte[] start = ("POST " + path + this.tail + body.length + "\r\n\r\n").getBytes(StandardCharsets.UTF_8);
		byte[] request = new byte[start.length + body.length];
		System.arraycopy(start, 0, request, 0, start.length);
		System.arraycopy(body, 0, request, start.length, body.length);
		this.socket.getOutputStream().write(request);
		String line = line();
		int status = Integer.parseInt(line, 9, 12, 10);
		long length = 0;
		boolean chunked = false;
		boolean last = false;
		for (line = line(); !line.isEmpty(); line = line()) {
			String header = line.toLowerCase(Locale.ROOT);
			if (header.startsWith("content-length:")) {
				length = Long.parseLong(header.substring(15).strip());
			}
			last |= header.startsWith("connection:") && header.contains("close");
			chunked |= header.startsWith("transfer-encoding:") && header.contains("chunked");
		}
		if (chunked) {
			skipChunks();
		}
		else {
			this.in.skipNBytes(length);
		}
		if (last) {
			this.socket.close();
			this.socket = connect(this.service);
			this.in = new BufferedInputStream(this.socket.getInputStream());
		}
		return status;
	}

	private void skipChunks() throws IOException {
		while (true) {
			int size = Integer.parseInt(line(), 16);
			this.in.skipNBytes(size);
			var _ = line();
			if (size == 0) {
				return;
			}
		}
	}

	private String line() throws IOException {
		StringBuilder line = new StringBuilder();
		while (true) {
			int next = this.in.read();
			if (next < 0) {
				throw new EOFException("The server closed the connection");
			}
			if (next == '\n') {
				return line.toString();
			}
			if (next != '\r') {
				line.append((char) next);
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
