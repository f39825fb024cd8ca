package io.parley.comments.comment;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of a comment.
 *
 * @param maxBodyLength in UTF-16 code units
 */
@ConfigurationProperties("parley.comments")
record CommentSettings(@DefaultValue("20000") int maxBodyLength) {
}
