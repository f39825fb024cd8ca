package io.parley.comments.comment;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of a comment, and what is shown of an edited one.
 *
 * @param maxBodyLength in UTF-16 code units
 * @param maxRevisions how often a comment may be written, the first time included
 * @param shownWhileEdited for all sites that say nothing else
 * @param sites what single sites want, by name
 */
@ConfigurationProperties("parley.comments")
record CommentSettings(@DefaultValue("20000") int maxBodyLength, @DefaultValue("100") int maxRevisions,
		@DefaultValue("previous") ShownWhileEdited shownWhileEdited, @DefaultValue Map<String, SiteSettings> sites) {

	CommentSettings {
		sites = Map.copyOf(sites);
	}

	ShownWhileEdited shownWhileEdited(String site) {
		SiteSettings own = sites.get(site);
		return (own != null) ? own.shownWhileEdited() : shownWhileEdited;
	}

	/** What one site wants. */
	record SiteSettings(@DefaultValue("previous") ShownWhileEdited shownWhileEdited) {
	}

}
