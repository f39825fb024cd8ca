package io.parley.local.keys;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;

import io.parley.local.database.DatabaseOptions;
import io.parley.local.keys.KeyTable.Entry;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley keys list}. */
@Command(name = "list", mixinStandardHelpOptions = true,
		description = "Lists the keys: what they are good for, and how long.")
final class ListKeysCommand implements Callable<Integer> {

	private static final String FORMAT = "%-20s %-20s %-11s %-10s %-21s %s%n";

	@Mixin
	private DatabaseOptions database = new DatabaseOptions();

	@Parameters(index = "0", arity = "0..1", paramLabel = "SITE", description = "of this site only")
	private @Nullable String site;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Override
	public Integer call() {
		PrintWriter out = spec.commandLine().getOut();
		List<Entry> entries;
		try (KeyTable table = new KeyTable(database.openComments())) {
			entries = table.list(site);
		}
		out.printf(FORMAT, "site", "name", "scopes", "rate", "created", "state");
		for (Entry entry : entries) {
			out.printf(FORMAT, entry.site(), entry.name(), String.join(",", entry.scopes()),
					rate(entry.requestsPerSecond()), second(entry.createdAt()), state(entry, Instant.now()));
		}
		out.flush();
		return 0;
	}

	private static String rate(@Nullable Integer requestsPerSecond) {
		if (requestsPerSecond == null) {
			return "default";
		}
		return (requestsPerSecond == 0) ? "any" : requestsPerSecond + "/s";
	}

	private static String state(Entry entry, Instant now) {
		if (entry.revokedAt() != null) {
			return "revoked " + second(entry.revokedAt());
		}
		Instant until = entry.previousUntil();
		String state = entry.configured() ? "good, from the settings" : "good";
		return (until != null && until.isAfter(now)) ? state + ", the old one until " + second(until) : state;
	}

	private static String second(@Nullable Instant time) {
		return (time != null) ? time.truncatedTo(ChronoUnit.SECONDS).toString() : "";
	}

}
