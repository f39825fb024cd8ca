package io.parley.local.keys;

import java.util.regex.Pattern;

import io.parley.local.command.CommandFailure;
import picocli.CommandLine.Parameters;

/** Which key. */
final class KeyName {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");

	@Parameters(index = "0", paramLabel = "SITE", description = "the blog that calls with it")
	private String site = "";

	@Parameters(index = "1", paramLabel = "NAME", description = "tells the keys of a site apart")
	private String name = "";

	String site() {
		return checked(site);
	}

	String name() {
		return checked(name);
	}

	private static String checked(String value) {
		if (!NAME.matcher(value).matches()) {
			throw new CommandFailure("A site and a key's name have 1 to 100 of the characters A-Z a-z 0-9 . _ -");
		}
		return value;
	}

}
