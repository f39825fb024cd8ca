package io.parley.local.policy;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

import io.parley.local.command.CommandFailure;
import io.parley.moderation.policy.CheckedPolicy;
import io.parley.moderation.policy.Policy;
import io.parley.moderation.policy.PolicyProblemsException;
import io.parley.moderation.policy.PolicyReader;
import io.parley.moderation.policy.PolicySource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** {@code ./parley policy}: what concerns policies and needs no running Parley. */
@Command(name = "policy", mixinStandardHelpOptions = true, synopsisSubcommandLabel = "COMMAND",
		description = "Checks, tests and judges policies, without a running Parley.",
		subcommands = { CheckCommand.class, TestCommand.class, JudgeCommand.class, HateCheckCommand.class,
				ReferenceCommand.class })
public final class PolicyCommand {

	/** Reads a policy, or the one that comes with Parley. */
	static Policy read(@Nullable Path file) {
		return read(file, PolicyReader::read);
	}

	/** Reads a policy with warnings about its lists. */
	static CheckedPolicy check(Path file) {
		return read(file, PolicyReader::check);
	}

	private static <T> T read(@Nullable Path file, Reader<T> reader) {
		PolicySource source = file != null ? PolicySource.named(file) : PolicySource.starter();
		try {
			return reader.read(source);
		}
		catch (PolicyProblemsException mistakes) {
			int count = mistakes.problems().size();
			throw new CommandFailure("%s has %s%n%n%s".formatted(source.describe(source.file()),
					count == 1 ? "a problem" : count + " problems", mistakes.getMessage()));
		}
		catch (NoSuchFileException missing) {
			throw new CommandFailure("There is no file " + missing.getFile());
		}
		catch (IOException failure) {
			throw new CommandFailure(source.describe(source.file()) + " cannot be read: " + failure.getMessage());
		}
	}

	/** What is read of a policy. */
	@FunctionalInterface
	private interface Reader<T> {

		T read(PolicySource source) throws IOException, PolicyProblemsException;

	}

}
