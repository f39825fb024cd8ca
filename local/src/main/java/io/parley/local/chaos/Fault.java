package io.parley.local.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import io.parley.local.up.LocalInstallation;
import io.parley.local.up.LocalService;

/** Something that happens to an installation, and ends. */
enum Fault {

	/** Killed, and started again. */
	COMMENT_SERVICE_KILLED {
		@Override
		void happen(LocalInstallation parley, int instance, Duration length) throws InterruptedException {
			parley.commentService().kill();
			TimeUnit.MILLISECONDS.sleep(length.toMillis());
			parley.commentService().start();
		}
	},
	/** Killed, noticed by the others, and started again. */
	MODERATION_SERVICE_KILLED {
		@Override
		void happen(LocalInstallation parley, int instance, Duration length) throws InterruptedException {
			parley.moderationService(instance).kill();
			TimeUnit.MILLISECONDS.sleep(length.toMillis());
			parley.moderationService(instance).start();
		}
	},
	/** Leaves and joins, as in an upgrade. */
	MODERATION_SERVICE_RESTARTED {
		@Override
		void happen(LocalInstallation parley, int instance, Duration length) {
			parley.moderationService(instance).stop();
			parley.moderationService(instance).start();
		}
	},
	/** Stands still for longer than its session, and goes on as if nothing had been. */
	MODERATION_SERVICE_PAUSED {
		@Override
		void happen(LocalInstallation parley, int instance, Duration length) throws InterruptedException {
			LocalService service = parley.moderationService(instance);
			signal("STOP", service.pid());
			try {
				TimeUnit.MILLISECONDS.sleep(LONGER_THAN_A_SESSION.toMillis());
			}
			finally {
				signal("CONT", service.pid());
			}
		}
	},
	/** Kafka is away. */
	BROKER_KILLED {
		@Override
		void happen(LocalInstallation parley, int instance, Duration length) throws InterruptedException {
			parley.broker().kill();
			TimeUnit.MILLISECONDS.sleep(length.toMillis());
			parley.startBroker();
		}
	},
	/** PostgreSQL is away. */
	DATABASE_KILLED {
		@Override
		void happen(LocalInstallation parley, int instance, Duration length) throws InterruptedException {
			parley.database().kill();
			TimeUnit.MILLISECONDS.sleep(length.toMillis());
			parley.startDatabase();
		}
	};

	private static final Duration LONGER_THAN_A_SESSION = Duration.ofSeconds(15);

	/**
	 * Makes it happen, and mends it.
	 * @param instance of the moderation service, from 0
	 * @param length how long the part stays away
	 */
	abstract void happen(LocalInstallation parley, int instance, Duration length) throws InterruptedException;

	private static void signal(String name, long pid) throws InterruptedException {
		try {
			new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
