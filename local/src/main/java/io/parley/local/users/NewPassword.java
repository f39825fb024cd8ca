package io.parley.local.users;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Arrays;

import io.parley.local.command.CommandFailure;
import io.parley.local.command.MadePassword;
import io.parley.moderation.access.PasswordRules;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a new password comes from; never from the command line, which others can see. */
final class NewPassword {

	@Option(names = "--ask", description = { "asks for the password, twice at a terminal, else one line of the input;",
			"without it a password is made and printed, this once" })
	private boolean ask;

	boolean isMade() {
		return !ask;
	}

	/**
	 * @throws CommandFailure if none was given, or one that is not good
	 */
	String of(String name) {
		String password = ask ? given(name) : MadePassword.random();
		String problem = PasswordRules.problem(name, password);
		if (problem != null) {
			throw new CommandFailure(problem);
		}
		return password;
	}

	@SuppressWarnings("SystemConsoleNull") // JDK 25 has none again where there is no
											// terminal.
	private static String given(String name) {
		Console console = System.console();
		String password = (console != null && console.isTerminal()) ? typed(console, name) : line();
		if (password == null || password.isEmpty()) {
			throw new CommandFailure("No password was given");
		}
		return password;
	}

	private static @Nullable String typed(Console console, String name) {
		char[] first = console.readPassword("Password of %s: ", name);
		char[] second = console.readPassword("Once more: ");
		if (!Arrays.equals(first, second)) {
			throw new CommandFailure("These are two passwords; try again");
		}
		return (first != null) ? new String(first) : null;
	}

	private static @Nullable String line() {
		try {
			// Not closed: it is not ours.
			return new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
		}
		catch (IOException ex) {
			throw new CommandFailure("The password cannot be read: " + ex.getMessage(), ex);
		}
	}

}
