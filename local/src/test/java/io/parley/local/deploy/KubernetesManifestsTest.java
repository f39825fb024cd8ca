package io.parley.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.parley.contract.Topics;
import io.parley.local.command.Checkout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests against the published types of Kubernetes, and against each other. */
class KubernetesManifestsTest {

	private static final Map<String, Class<?>> TYPES = Map.of("v1/Namespace", Namespace.class, "v1/ConfigMap",
			ConfigMap.class, "v1/Service", Service.class, "apps/v1/Deployment", Deployment.class,
			"policy/v1/PodDisruptionBudget", PodDisruptionBudget.class, "keda.sh/v1alpha1/ScaledObject",
			ScaledObject.class);

	private static List<Map<String, Object>> documents() throws IOException {
		return Manifests.documents(Path.of(Checkout.folder().toString(), "deploy/kubernetes"))
			.stream()
			.filter((document) -> !"Kustomization".equals(document.get("kind")))
			.toList();
	}

	static List<Deployment> deployments() throws IOException {
		return all("apps/v1/Deployment", Deployment.class);
	}

	private static <T> List<T> all(String type, Class<T> as) throws IOException {
		return documents().stream()
			.filter((document) -> typeOf(document).equals(type))
			.map((document) -> Manifests.read(document, as))
			.toList();
	}

	private static String typeOf(Map<String, Object> document) {
		return document.get("apiVersion") + "/" + document.get("kind");
	}

	@Test
	void givenTheManifestsThenEachIsOfAKnownTypeAndHasNoUnknownField() throws IOException {
		assertThat(documents()).hasSizeGreaterThan(8).allSatisfy((document) -> {
			assertThat(TYPES).containsKey(typeOf(document));
			Manifests.read(document, TYPES.getOrDefault(typeOf(document), Void.class));
		});
	}

	@Test
	void givenAFieldThatKubernetesDoesNotKnowThenReadingFails() {
		Map<String, Object> misspelt = Map.of("apiVersion", "apps/v1", "kind", "Deployment", "spec",
				Map.of("template", Map.of("spec", Map.of("containers", List.of(Map.of("livenesProbe", Map.of()))))));

		assertThatThrownBy(() -> Manifests.read(misspelt, Deployment.class)).hasMessageContaining("livenesProbe");
	}

	@ParameterizedTest
	@MethodSource("deployments")
	void givenADeploymentThenItIsProbedAndMayDoNoMoreThanItMust(Deployment deployment) {
		PodSpec pod = deployment.getSpec().getTemplate().getSpec();
		Container container = pod.getContainers().getFirst();

		assertThat(container.getStartupProbe()).isNotNull();
		assertThat(container.getLivenessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/liveness");
		assertThat(container.getReadinessProbe().getHttpGet().getPath()).isEqualTo("/actuator/health/readiness");
		assertThat(container.getResources().getLimits()).containsKey("memory");
		assertThat(pod.getSecurityContext().getRunAsNonRoot()).isTrue();
		assertThat(pod.getAutomountServiceAccountToken()).isFalse();
		assertThat(container.getSecurityContext().getReadOnlyRootFilesystem()).isTrue();
		assertThat(container.getSecurityContext().getAllowPrivilegeEscalation()).isFalse();
		assertThat(container.getSecurityContext().getCapabilities().getDrop()).containsExactly("ALL");
	}

	@Test
	void givenTheManifestsThenSelectorsAndPortsMeetTheirPods() throws IOException {
		Map<String, Map<String, String>> labels = deployments().stream()
			.collect(Collectors.toMap((deployment) -> deployment.getMetadata().getName(),
					(deployment) -> deployment.getSpec().getTemplate().getMetadata().getLabels()));

		assertThat(labels.keySet()).isEqualTo(Set.of("comment-service", "moderation-service"));
		assertThat(deployments()).allSatisfy((deployment) -> {
			assertThat(labels.get(deployment.getMetadata().getName()))
				.containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
			assertThat(deployment.getSpec().getTemplate().getSpec().getContainers().getFirst().getPorts())
				.extracting("name")
				.contains("http", "management");
		});
		assertThat(all("v1/Service", Service.class)).hasSize(2)
			.allSatisfy((service) -> assertThat(labels.get(service.getMetadata().getName()))
				.containsAllEntriesOf(service.getSpec().getSelector()));
		assertThat(all("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class)).hasSize(2)
			.allSatisfy((budget) -> assertThat(labels.get(budget.getMetadata().getName()))
				.containsAllEntriesOf(budget.getSpec().getSelector().getMatchLabels()));
	}

	@Test
	void givenTheScalerThenItWatchesTheLagOfTheModerationServiceUpToThePartitions() throws IOException {
		ScaledObject scaled = all("keda.sh/v1alpha1/ScaledObject", ScaledObject.class).getFirst();
		ConfigMap settings = all("v1/ConfigMap", ConfigMap.class).getFirst();
		Deployment moderation = deployments().stream()
			.filter((deployment) -> deployment.getMetadata().getName().equals(scaled.spec().scaleTargetRef().name()))
			.findFirst()
			.orElseThrow();

		// Whoever applies the manifests again must not undo what the scaler did.
		assertThat(moderation.getSpec().getReplicas()).isNull();
		assertThat(scaled.spec().maxReplicaCount())
			.isEqualTo(Integer.parseInt(settings.getData().get("PARLEY_TOPICS_PARTITIONS")));
		assertThat(scaled.spec().triggers().getFirst().metadata()).containsEntry("topic", Topics.COMMENTS)
			.containsEntry("consumerGroup", "parley-moderation")
			.containsEntry("bootstrapServers", settings.getData().get("SPRING_KAFKA_BOOTSTRAP_SERVERS"));
	}

}
