/** The dashboards and alerts, tried against a real Prometheus. */
@NullMarked
package io.parley.local.monitoring;

import org.jspecify.annotations.NullMarked;
