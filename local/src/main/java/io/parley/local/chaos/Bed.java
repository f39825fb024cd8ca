package io.parley.local.chaos;

import io.parley.local.up.LocalInstallation;
import org.jspecify.annotations.Nullable;

/**
 * What faults happen to.
 *
 * @param instances of the moderation service
 * @param volume that the broker alone writes to, or null if there is none
 * @param clock of the services, or null if it cannot be set
 */
record Bed(LocalInstallation parley, int instances, @Nullable Volume volume, @Nullable ServiceClock clock) {
}
