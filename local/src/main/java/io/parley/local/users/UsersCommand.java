package io.parley.local.users;

import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;

import io.parley.local.command.CommandFailure;
import io.parley.local.database.DatabaseOptions;
import io.parley.moderation.access.PasswordRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./parley users}: who may moderate. */
@Command(name = "users", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = "Creates and changes the people who sign in at the moderation service.")
public final class UsersCommand {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@+-]{1,100}");

	private static final Set<String> ROLES = Set.of("moderator", "policy-editor", "admin");

	private static final String FORMAT = "%-30s %-14s %-21s %s%n";

	/** How soon every instance of the service knows. */
	private static final String SOON = "within 5 seconds";

	// Replaced by picocli before a call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Command(mixinStandardHelpOptions = true, description = "Creates a user.")
	int create(@Mixin DatabaseOptions database,
			@Parameters(paramLabel = "NAME", description = "as decisions tell it") String name,
			@Option(names = "--role", paramLabel = "ROLE", defaultValue = "moderator",
					description = "moderator, policy-editor or admin, each of whom may do what the earlier may (${DEFAULT-VALUE})") String role,
			@Mixin NewPassword source) {
		checkName(name);
		checkRole(role);
		String password = source.of(name);
		String hash = PasswordRules.hash(password);
		try (UserTable table = new UserTable(database.openModeration())) {
			table.create(name, role, hash);
		}
		tell(source, password, "%s is a user with the role %s %s.".formatted(name, role, SOON));
		return 0;
	}

	@Command(mixinStandardHelpOptions = true, description = "Lists all users.")
	int list(@Mixin DatabaseOptions database) {
		PrintWriter out = spec.commandLine().getOut();
		try (UserTable table = new UserTable(database.openModeration())) {
			out.printf(FORMAT, "name", "role", "created", "state");
			table.list()
				.forEach(user -> out.printf(FORMAT, user.name(), user.role(),
						user.createdAt().truncatedTo(ChronoUnit.SECONDS), user.disabled() ? "disabled" : "good"));
		}
		out.flush();
		return 0;
	}

	@Command(mixinStandardHelpOptions = true, description = "Gives a user a new password, which ends all sessions.")
	int password(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name,
			@Mixin NewPassword source) {
		checkName(name);
		String password = source.of(name);
		String hash = PasswordRules.hash(password);
		try (UserTable table = new UserTable(database.openModeration())) {
			table.password(name, hash);
		}
		tell(source, password, "The new password of %s is good %s, the old one no more.".formatted(name, SOON));
		return 0;
	}

	@Command(mixinStandardHelpOptions = true, description = "Gives a user another role.")
	int role(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name,
			@Parameters(paramLabel = "ROLE", description = "moderator, policy-editor or admin") String role) {
		checkName(name);
		checkRole(role);
		try (UserTable table = new UserTable(database.openModeration())) {
			table.role(name, role);
		}
		tell("%s has the role %s %s.".formatted(name, role, SOON));
		return 0;
	}

	@Command(mixinStandardHelpOptions = true,
			description = "Lets a user in no more; decisions go on telling the name, so it is not given away.")
	int disable(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name) {
		checkName(name);
		try (UserTable table = new UserTable(database.openModeration())) {
			table.disabled(name, true);
		}
		tell("%s is refused %s.".formatted(name, SOON));
		return 0;
	}

	@Command(mixinStandardHelpOptions = true, description = "Lets a user in again who was disabled.")
	int enable(@Mixin DatabaseOptions database, @Parameters(paramLabel = "NAME") String name) {
		checkName(name);
		try (UserTable table = new UserTable(database.openModeration())) {
			table.disabled(name, false);
		}
		tell("%s may sign in again %s.".formatted(name, SOON));
		return 0;
	}

	private static void checkName(String name) {
		if (!NAME.matcher(name).matches()) {
			throw new CommandFailure("A user's name has 1 to 100 of the characters A-Z a-z 0-9 . _ @ + -");
		}
	}

	private static void checkRole(String role) {
		if (!ROLES.contains(role)) {
			throw new CommandFailure("A role is moderator, policy-editor or admin, not '" + role + "'");
		}
	}

	/** A made password alone goes to the output, so that a script can take it. */
	private void tell(NewPassword source, String password, String sentence) {
		if (source.isMade()) {
			spec.commandLine().getOut().println(password);
			spec.commandLine().getOut().flush();
			tell("That is the password; it is shown this once. " + sentence);
		}
		else {
			tell(sentence);
		}
	}

	private void tell(String sentence) {
		spec.commandLine().getErr().println(sentence);
		spec.commandLine().getErr().flush();
	}

}
