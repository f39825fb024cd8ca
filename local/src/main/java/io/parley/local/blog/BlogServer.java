package io.parley.local.blog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/** The blog's own small server. Thread-safe. */
public final class BlogServer implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads;

	private final CommentApi api;

	private final ThreadFollower follower;

	private BlogServer(HttpServer server, ExecutorService threads, CommentApi api, ThreadFollower follower) {
		this.server = server;
		this.threads = threads;
		this.api = api;
		this.follower = follower;
	}

	/**
	 * Starts to listen, on this machine only.
	 * @param commentsUrl the comment service
	 * @param key of the blog's site
	 * @throws UncheckedIOException if the port is taken
	 */
	public static BlogServer start(int port, URI commentsUrl, String key) {
		try {
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
			ExecutorService threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("blog-", 0).factory());
			CommentApi api = new CommentApi(commentsUrl, key);
			Viewers viewers = new Viewers();
			ThreadFollower follower = new ThreadFollower(api, viewers);
			server.setExecutor(threads);
			server.createContext("/", new Door(port, new Blog(api, viewers)));
			server.start();
			follower.start();
			return new BlogServer(server, threads, api, follower);
		}
		catch (IOException failure) {
			throw new UncheckedIOException("The blog's page cannot listen on port " + port, failure);
		}
	}

	public URI url() {
		return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
	}

	@Override
	public void close() {
		follower.close();
		api.close();
		server.stop(0);
		threads.shutdownNow();
	}

}
