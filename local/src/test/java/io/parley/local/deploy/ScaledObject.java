package io.parley.local.deploy;

import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import org.jspecify.annotations.Nullable;

/**
 * What KEDA 2 takes, as far as it is used here.
 *
 * @see <a href=
 * "https://keda.sh/docs/latest/reference/scaledobject-spec/">ScaledObject</a>
 * @see <a href="https://keda.sh/docs/latest/scalers/apache-kafka/">its Kafka trigger</a>
 */
record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {

	record Spec(Target scaleTargetRef, int pollingInterval, int minReplicaCount, int maxReplicaCount, Advanced advanced,
			List<Trigger> triggers) {
	}

	record Target(String name, @Nullable String kind, @Nullable String apiVersion) {
	}

	record Advanced(Scaler horizontalPodAutoscalerConfig) {
	}

	record Scaler(HorizontalPodAutoscalerBehavior behavior) {
	}

	record Trigger(String type, Map<String, String> metadata) {
	}

}
