package io.parley.local.up;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;

import io.parley.local.command.CommandFailure;
import io.parley.local.command.MadePassword;
import io.parley.moderation.access.PasswordRules;

/**
 * Somebody who may sign in at the console of the local run, and may do everything there.
 * Made once per data folder.
 */
public record ConsoleAccount(String name, String password) {

	private static final String NAME = "desk";

	/** The account of the data folder, put into the database if it is not there yet. */
	static ConsoleAccount of(Path data, ServiceDatabase database) {
		Path file = data.resolve("console.properties");
		if (Files.notExists(file)) {
			PrivateFile.write(file, Map.of("name", NAME, "password", MadePassword.random()));
		}
		Map<String, String> content = PrivateFile.read(file);
		ConsoleAccount account = new ConsoleAccount(content.getOrDefault("name", NAME),
				content.getOrDefault("password", ""));
		account.createIn(database);
		return account;
	}

	private void createIn(ServiceDatabase database) {
		try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
				PreparedStatement create = connection.prepareStatement("""
						insert into moderator (name, role, password)
						select ?, 'admin', ? where not exists (select from moderator where lower(name) = ?)""")) {
			create.setString(1, name);
			create.setString(2, PasswordRules.hash(password));
			create.setString(3, name);
			create.executeUpdate();
		}
		catch (SQLException ex) {
			throw new CommandFailure("The console's account cannot be made: " + ex.getMessage(), ex);
		}
	}

	/** Without the password, so that no log has it. */
	@Override
	public String toString() {
		return "ConsoleAccount[" + name + "]";
	}

}
