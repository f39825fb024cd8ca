package io.parley.local.rebuild;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

import io.parley.contract.Json;
import io.parley.local.command.Checkout;
import io.parley.local.command.CommandFailure;
import io.parley.local.up.RunFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code ./parley rebuild}: reads the tables of moderation again from the log. */
@Command(name = "rebuild", mixinStandardHelpOptions = true,
		description = { "Empties the tables behind the queue and the look-ups of the moderation service",
				"and reads them again from the log, while everything goes on." })
public final class RebuildCommand implements Callable<Integer> {

	private static final Duration PATIENCE = Duration.ofSeconds(15);

	@Option(names = "--port-base", paramLabel = "PORT", defaultValue = "8080",
			description = "port base of the installation (${DEFAULT-VALUE})")
	private int portBase;

	// Replaced by picocli before the call.
	@Spec
	private CommandSpec spec = CommandSpec.create();

	private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

	@Override
	public Integer call() throws InterruptedException {
		PrintWriter out = this.spec.commandLine().getOut();
		RunFile parley = RunFile.read(Checkout.folder(), this.portBase);
		JsonNode state = send(to(parley, "/v1/projection/rebuild").POST(BodyPublishers.noBody()));
		out.println("Rebuilding, generation " + state.path("generation").asInt());
		long told = -1;
		while (state.path("lag").asLong() > 0) {
			if (state.path("lag").asLong() != told) {
				told = state.path("lag").asLong();
				out.println("  " + told + " records to read");
				out.flush();
			}
			TimeUnit.MILLISECONDS.sleep(500);
			state = send(to(parley, "/v1/projection").GET());
		}
		out.println("  done");
		return 0;
	}

	private static HttpRequest.Builder to(RunFile parley, String path) {
		return HttpRequest.newBuilder(URI.create(parley.moderationUrl() + path))
			.timeout(PATIENCE)
			.header("Authorization", "Bearer " + parley.moderatorKey());
	}

	private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
		try {
			HttpResponse<String> answer = this.http.send(request.build(), BodyHandlers.ofString());
			if (answer.statusCode() >= 300) {
				throw new CommandFailure("The moderation service answered " + answer.statusCode() + ": "
						+ Json.MAPPER.readTree(answer.body()).path("detail").asString());
			}
			return Json.MAPPER.readTree(answer.body());
		}
		catch (IOException away) {
			throw new CommandFailure("The moderation service does not answer: " + away, away);
		}
	}

}
