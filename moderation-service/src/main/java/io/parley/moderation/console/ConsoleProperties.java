package io.parley.moderation.console;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the console behaves.
 *
 * @param undo how long a decision waits before it is written to the log, and can be taken
 * back
 * @param claim how long a comment that somebody looks at is kept from others
 * @param mostAtOnce how many comments may be decided at once
 * @param mostExported how many rows a file may have
 */
@ConfigurationProperties("parley.console")
record ConsoleProperties(@DefaultValue("10s") Duration undo, @DefaultValue("2m") Duration claim,
		@DefaultValue("5000") int mostAtOnce, @DefaultValue("100000") int mostExported) {

}
