package io.parley.local.chaos;

import static java.util.Objects.requireNonNull;

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
	COMMENT_SERVICE_KILLED(8) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			bed.parley().commentService().kill();
			pause(length);
			bed.parley().commentService().start();
		}
	},
	/** Killed, noticed by the others, and started again. */
	MODERATION_SERVICE_KILLED(8) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			bed.parley().moderationService(instance).kill();
			pause(length);
			bed.parley().moderationService(instance).start();
		}
	},
	/** One after the other leaves and joins, as in an upgrade, without a pause. */
	MODERATION_SERVICES_LEAVING_AND_JOINING(4) {
		@Override
		void happen(Bed bed, int instance, Duration length) {
			for (int turn = 0; turn < 2 * bed.instances(); turn++) {
				LocalService service = bed.parley().moderationService((instance + turn) % bed.instances());
				service.stop();
				service.start();
			}
		}
	},
	/** Stands still for longer than its session, and goes on as if nothing had been. */
	MODERATION_SERVICE_PAUSED(4) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			LocalService service = bed.parley().moderationService(instance);
			signal("STOP", service.pid());
			try {
				pause(LONGER_THAN_A_SESSION);
			}
			finally {
				signal("CONT", service.pid());
			}
		}
	},
	/** Kafka is away. */
	BROKER_KILLED(8) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			breakBroker(bed.parley(), length);
		}
	},
	/** Kafka is away for longer than any request waits. */
	BROKER_AWAY_FOR_A_MINUTE(2) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			breakBroker(bed.parley(), Duration.ofMinutes(1));
		}
	},
	/**
	 * Nothing fits on the broker's disk, until somebody makes room and starts it again.
	 */
	BROKER_DISK_FULL(3) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			Volume volume = requireNonNull(bed.volume());
			volume.fill();
			pause(length.plus(TO_BE_FELT));
			bed.parley().broker().kill();
			volume.free();
			bed.parley().startBroker();
		}

		@Override
		boolean isPossible(Bed bed) {
			return bed.volume() != null;
		}
	},
	/** PostgreSQL is away. */
	DATABASE_KILLED(8) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			breakDatabase(bed.parley(), length);
		}
	},
	/** PostgreSQL is away for longer than any request waits. */
	DATABASE_AWAY_FOR_A_MINUTE(2) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			breakDatabase(bed.parley(), Duration.ofMinutes(1));
		}
	},
	/** The clock of a service is set back by an hour, and right again later. */
	CLOCK_BACK(3) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			stepClock(bed, instance, Duration.ofHours(-1), length);
		}

		@Override
		boolean isPossible(Bed bed) {
			return bed.clock() != null;
		}
	},
	/** The clock of a service is set forward by an hour, and right again later. */
	CLOCK_FORWARD(3) {
		@Override
		void happen(Bed bed, int instance, Duration length) throws InterruptedException {
			stepClock(bed, instance, Duration.ofHours(1), length);
		}

		@Override
		boolean isPossible(Bed bed) {
			return bed.clock() != null;
		}
	};

	private static final Duration LONGER_THAN_A_SESSION = Duration.ofSeconds(15);

	private static final Duration TO_BE_FELT = Duration.ofSeconds(5);

	private final int weight;

	Fault(int weight) {
		this.weight = weight;
	}

	/** How often it happens, compared to the others. */
	int weight() {
		return this.weight;
	}

	/**
	 * Makes it happen, and mends it.
	 * @param instance of the moderation service, from 0
	 * @param length how long the part stays away
	 */
	abstract void happen(Bed bed, int instance, Duration length) throws InterruptedException;

	/** Whether it can be made to happen there. */
	boolean isPossible(Bed bed) {
		return true;
	}

	private static void breakBroker(LocalInstallation parley, Duration length) throws InterruptedException {
		parley.broker().kill();
		pause(length);
		parley.startBroker();
	}

	private static void breakDatabase(LocalInstallation parley, Duration length) throws InterruptedException {
		parley.database().kill();
		pause(length);
		parley.startDatabase();
	}

	/**
	 * The library makes all slow, so it stays no longer than it is needed, and with one
	 * service: either of the two kinds.
	 */
	private static void stepClock(Bed bed, int instance, Duration step, Duration length) throws InterruptedException {
		ServiceClock clock = requireNonNull(bed.clock());
		LocalService service = (length.toMillis() % 2 == 0) ? bed.parley().commentService()
				: bed.parley().moderationService(instance);
		service.stop();
		service.start(clock.environment());
		clock.set(step);
		pause(length.plus(TO_BE_FELT));
		clock.set(Duration.ZERO);
		pause(TO_BE_FELT);
		service.stop();
		service.start();
	}

	private static void pause(Duration length) throws InterruptedException {
		TimeUnit.MILLISECONDS.sleep(length.toMillis());
	}

	private static void signal(String name, long pid) throws InterruptedException {
		try {
			new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As it is said on a command line. */
	String option() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
