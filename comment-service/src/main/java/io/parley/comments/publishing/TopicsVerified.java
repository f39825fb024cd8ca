package io.parley.comments.publishing;

/** Published once in the application: the topics exist and are as configured. */
public record TopicsVerified() {
}
