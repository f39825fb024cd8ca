package io.parley.local.up;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

import io.parley.backends.Broker;
import io.parley.backends.Database;
import io.parley.backends.Ports;
import io.parley.local.blog.BlogServer;
import io.parley.local.command.CommandFailure;
import org.jspecify.annotations.Nullable;

/**
 * A whole Parley on this machine: Kafka, PostgreSQL, the comment service and any number
 * of moderation services, each a process of its own that ends with this one, and the page
 * that stands for the blog. For {@code ./parley up} and for tests that kill parts of it.
 * Starting and closing belong to one thread each; the services may be handled by any.
 */
public final class LocalInstallation implements AutoCloseable {

	private final InstallationOptions options;

	private final Caching caching;

	private final Consumer<String> progress;

	private final CompletableFuture<String> accident = new CompletableFuture<>();

	private final List<LocalService> services = new ArrayList<>();

	private final Revival revival;

	private @Nullable DataFolder folder;

	private @Nullable Broker broker;

	private @Nullable Database database;

	private @Nullable BlogServer blog;

	private @Nullable RunFile runFile;

	private @Nullable ConsoleAccount consoleAccount;

	private @Nullable LogRotation rotation;

	private boolean closed;

	LocalInstallation(InstallationOptions options, Caching caching, Consumer<String> progress) {
		this.options = options;
		this.caching = caching;
		this.progress = progress;
		this.revival = new Revival(progress, this.accident::complete);
	}

	/**
	 * Starts an installation and waits until every part is ready.
	 * @throws CommandFailure if a part does not start; nothing is left running then
	 */
	public static LocalInstallation start(InstallationOptions options) {
		LocalInstallation installation = new LocalInstallation(options, Caching.USED, (_) -> {
		});
		try {
			installation.start();
			return installation;
		}
		catch (RuntimeException ex) {
			installation.close();
			throw ex;
		}
	}

	void start() {
		long begin = System.nanoTime();
		this.folder = DataFolder.take(this.options.data());
		checkPorts();
		AccessKeys keys = AccessKeys.of(this.options.data());
		RunFile.delete(this.options.checkout(), this.options.portBase());

		var startedDatabase = inParallel("PostgreSQL", this::startDatabase);
		var startedBroker = inParallel("Kafka", this::startBroker);
		var comments = inParallel(null, () -> ServiceProgram.of("comment-service", this.options.checkout()));
		var moderation = inParallel(null, () -> ServiceProgram.of("moderation-service", this.options.checkout()));
		ServiceSettings settings = new ServiceSettings(this.options, keys, join(startedBroker), join(startedDatabase));
		addServices(settings, join(comments), join(moderation));
		launchAll();

		RunFile started = new RunFile(commentService().url().toString(), moderationService(0).url().toString(),
				ServiceSettings.SITE, keys.platform(), keys.moderator(), broker().bootstrapServers(),
				this.options.data());
		started.write(this.options.checkout(), this.options.portBase());
		this.consoleAccount = ConsoleAccount.of(this.options.data(), ServiceDatabase.ofModeration(started));
		BlogServer page = BlogServer.start(this.options.blogPort(), commentService().url(), keys.platform());
		synchronized (this) {
			this.blog = page;
			this.runFile = started;
			this.rotation = LogRotation.of(this::logs);
		}
		this.progress.accept("ready after " + Seconds.since(begin));
	}

	private void checkPorts() {
		List<String> taken = new ArrayList<>();
		this.options.ports().forEach((port, server) -> {
			if (!Ports.isFree(port)) {
				taken.add(port + " (" + server + ")");
			}
		});
		if (!taken.isEmpty()) {
			throw new CommandFailure("Another program listens on port " + String.join(", ", taken)
					+ ": stop it, or give other ports with --port-base");
		}
	}

	private <T> CompletableFuture<T> inParallel(@Nullable String part, Supplier<T> start) {
		long begin = System.nanoTime();
		CompletableFuture<T> started = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("start-" + part).start(() -> {
			try {
				T value = start.get();
				if (part != null) {
					this.progress.accept(part + " is ready (" + Seconds.since(begin) + ")");
				}
				started.complete(value);
			}
			catch (RuntimeException ex) {
				started.completeExceptionally(ex);
			}
		});
		return started;
	}

	private static <T> T join(CompletableFuture<T> started) {
		try {
			return started.join();
		}
		catch (CompletionException ex) {
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/**
	 * Starts the database, for the first time or after it was killed.
	 * @throws io.parley.backends.BackendException if it does not start
	 */
	public Database startDatabase() {
		Database started = Database.start(this.options.data().resolve("postgresql"), this.options.databasePort());
		synchronized (this) {
			this.database = started;
		}
		started.onExit(() -> ended("PostgreSQL", started.log()));
		started.createDatabase("comments");
		started.createDatabase("moderation");
		return started;
	}

	/**
	 * Starts the broker, for the first time or after it was killed.
	 * @throws io.parley.backends.BackendException if it does not start
	 */
	public Broker startBroker() {
		Broker started = Broker.start(this.options.kafka(), this.options.brokerPort(), this.options.controllerPort(),
				this.caching.options(brokerCache()));
		synchronized (this) {
			this.broker = started;
		}
		started.onExit(() -> ended("Kafka", started.log()));
		return started;
	}

	private ClassCache brokerCache() {
		return ClassCache.of("kafka", Broker.classPath(), ServiceProgram.folder(this.options.checkout()));
	}

	private void ended(String part, Path log) {
		if (!isClosed()) {
			this.accident.complete(part + " has ended unasked; its log is " + log);
		}
	}

	private void addServices(ServiceSettings settings, ServiceProgram comments, ServiceProgram moderation) {
		BiConsumer<LocalService, String> died = this::died;
		synchronized (this.services) {
			this.services.add(
					new LocalService("comment service", comments, settings.commentService(), this.options.environment(),
							this.options.commentPort(), this.options.log("comment-service"), this.caching, died));
			for (int instance : this.options.instances()) {
				int number = instance + 1;
				this.services.add(new LocalService(
						(this.options.moderationInstances() == 1) ? "moderation service"
								: "moderation service " + number,
						moderation, settings.moderationService(instance), this.options.environment(),
						this.options.moderationPort(instance), this.options.log("moderation-service-" + number),
						this.caching, died));
			}
		}
	}

	private void died(LocalService service, String reason) {
		if (isReady()) {
			this.revival.of(service, reason);
		}
		else {
			this.accident.complete(reason);
		}
	}

	private synchronized boolean isReady() {
		return this.runFile != null && !this.closed;
	}

	private List<Path> logs() {
		List<Path> logs = new ArrayList<>(List.of(broker().log(), database().log()));
		logs.add(this.options.log("comment-service"));
		this.options.instances()
			.forEach(instance -> logs.add(this.options.log("moderation-service-" + (instance + 1))));
		return logs;
	}

	private void launchAll() {
		services().forEach(LocalService::launch);
		services().stream().map((service) -> inParallel("the " + service.name(), () -> {
			service.awaitReady();
			return service;
		})).toList().forEach(LocalInstallation::join);
	}

	/** The caches of all programs. */
	List<ClassCache> caches() {
		return List.of(brokerCache(), commentService().cache(), moderationService(0).cache());
	}

	/** Completed with a sentence when a part has ended that nobody stopped. */
	CompletableFuture<String> accident() {
		return this.accident;
	}

	private List<LocalService> services() {
		synchronized (this.services) {
			return List.copyOf(this.services);
		}
	}

	public LocalService commentService() {
		return services().getFirst();
	}

	/**
	 * One of the moderation services.
	 * @param instance from 0
	 */
	public LocalService moderationService(int instance) {
		return services().get(1 + instance);
	}

	public synchronized Broker broker() {
		return Objects.requireNonNull(this.broker, "Kafka was not started");
	}

	public synchronized Database database() {
		return Objects.requireNonNull(this.database, "PostgreSQL was not started");
	}

	/** The page that stands for the blog. */
	public URI blogUrl() {
		return Objects.requireNonNull(this.blog, "The installation was not started").url();
	}

	/** Addresses and keys. */
	public RunFile runFile() {
		return Objects.requireNonNull(this.runFile, "The installation was not started");
	}

	/** Who may sign in at the console. */
	public ConsoleAccount consoleAccount() {
		return Objects.requireNonNull(this.consoleAccount, "The installation was not started");
	}

	/** Whether anything was started that has to be stopped. */
	synchronized boolean hasParts() {
		return this.broker != null || this.database != null;
	}

	private synchronized boolean isClosed() {
		return this.closed;
	}

	/**
	 * Stops all in order: the services first, that they can finish, then Kafka and
	 * PostgreSQL.
	 */
	@Override
	public void close() {
		synchronized (this) {
			if (this.closed) {
				return;
			}
			this.closed = true;
			if (this.rotation != null) {
				this.rotation.close();
			}
		}
		RunFile.delete(this.options.checkout(), this.options.portBase());
		if (this.blog != null) {
			this.blog.close();
		}
		services().parallelStream().forEach(LocalService::stop);
		if (this.broker != null) {
			this.broker.stop(this.caching.stopPatience());
		}
		if (this.database != null) {
			this.database.close();
		}
		if (this.folder != null) {
			this.folder.close();
		}
	}

}
