package io.parley.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** TCP ports of this machine's loopback address. */
public final class Ports {

	private Ports() {
	}

	/** A port that was free a moment ago. */
	public static int free() {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("No free port", ex);
		}
	}

	/** Whether a server could listen on the port now. */
	public static boolean isFree(int port) {
		try (ServerSocket socket = new ServerSocket()) {
			// A server that has just ended leaves connections behind that do not hinder
			// the next one.
			socket.setReuseAddress(true);
			socket.bind(new InetSocketAddress(port));
			return true;
		}
		catch (IOException _) {
			return false;
		}
	}

	static int freeOr(int port, String server) {
		if (port == 0) {
			return free();
		}
		if (!isFree(port)) {
			throw new BackendException("Port " + port + " is taken: " + server + " cannot listen on it");
		}
		return port;
	}

}
