package io.parley.backends;

import java.nio.file.Path;

/** A JVM that starts both servers, says who they are and waits to be killed. */
final class ParentMain {

	private ParentMain() {
	}

	static void main(String[] args) throws Exception {
		Path folder = Path.of(args[0]);
		Database database = Database.start(folder.resolve("postgresql"), 0);
		Broker broker = Broker.start(folder.resolve("kafka"), 0);
		System.out.println(broker.pid() + " " + database.pid());
		System.out.flush();
		System.in.read();
	}

}
