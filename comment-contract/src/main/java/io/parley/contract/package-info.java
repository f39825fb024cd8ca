/**
 * What the services say to each other: events, their wire form and their topics. No
 * framework beyond the Kafka client and Jackson.
 */
@NullMarked
package io.parley.contract;

import org.jspecify.annotations.NullMarked;
