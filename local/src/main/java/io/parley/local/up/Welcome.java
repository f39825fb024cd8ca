package io.parley.local.up;

import java.io.PrintWriter;
import java.net.URI;

/**
 * What is printed once all is ready: where to go, with which key, and a first comment to
 * paste.
 */
final class Welcome {

	private Welcome() {
	}

	static void print(PrintWriter out, RunFile run, URI blog, ConsoleAccount account) {
		out.printf("""

				Parley runs.
				  blog        %10$s
				  console     %2$s/console
				    sign in as %8$s with the password %9$s
				  comments    %1$s
				  moderation  %2$s
				  Kafka       %3$s
				  data        %4$s
				  platform key (site "%5$s")
				    %6$s
				  moderator key
				    %7$s

				A first comment:

				curl -i %1$s/v1/comments \\
				  -H 'Authorization: Bearer %6$s' \\
				  -H 'Content-Type: application/json' \\
				  -H "Idempotency-Key: $(date +%%s)-$$" \\
				  -H 'Prefer: wait=5' \\
				  -d '{"thread": {"id": "hello", "url": "https://blog.example/hello", "title": "Hello"},
				       "author": {"id": "ada", "name": "Ada"},
				       "body": "Thank you for this article, I learned a lot."}'

				Ctrl-C stops everything; what was written stays.
				""", run.commentsUrl(), run.moderationUrl(), run.bootstrapServers(), run.data(), run.site(),
				run.platformKey(), run.moderatorKey(), account.name(), account.password(), blog);
		out.flush();
	}

}
