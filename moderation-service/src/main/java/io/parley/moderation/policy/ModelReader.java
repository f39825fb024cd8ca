package io.parley.moderation.policy;

import java.io.IOException;
import java.io.InputStream;

import io.parley.moderation.classifier.Classifier;
import io.parley.moderation.classifier.Model;
import io.parley.moderation.classifier.ModelFileException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the model that a policy names, to be asked in place of the one that is shipped.
 */
final class ModelReader {

	private ModelReader() {
	}

	/** The model; null if there are problems, which are told. */
	static @Nullable Classifier read(Node node, PolicySource from, YamlValues values) throws IOException {
		Fields fields = Fields.of(node, "\"model\"", PolicyField.names(PolicyField.Part.MODEL), values);
		fields.need("file");
		ScalarNode name = fields.scalar("file");
		if (name == null) {
			return null;
		}
		String path = name.getValue();
		if (!PolicySource.isBelow(path)) {
			values.problem(name, "a model must be in the folder of the policy or below it", null);
			return null;
		}
		try (InputStream file = from.openModel(path)) {
			if (file == null) {
				values.problem(name, "there is no file " + from.describe(path), null);
				return null;
			}
			return Model.read(file);
		}
		catch (ModelFileException unusable) {
			values.problem(name, from.describe(path) + " cannot be used: " + unusable.getMessage(),
					"./parley model train makes models");
			return null;
		}
	}

}
