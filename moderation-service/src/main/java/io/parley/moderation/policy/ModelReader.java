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

	/** What is chosen as far as there are no problems, which are told. */
	static Choice read(Node node, PolicySource from, YamlValues values) throws IOException {
		Fields fields = Fields.of(node, "\"model\"", PolicyField.names(PolicyField.Part.MODEL), values);
		if (!fields.has("file") && !fields.has("learn")) {
			values.problem(node, "\"model\" has neither \"file\" nor \"learn\"", null);
		}
		Node learn = fields.get("learn");
		boolean learning = learn != null && values.bool(learn, "learn");
		ScalarNode name = fields.scalar("file");
		return new Choice((name != null) ? file(name, from, values) : null, learning);
	}

	private static @Nullable Classifier file(ScalarNode name, PolicySource from, YamlValues values) throws IOException {
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

	/**
	 * @param own null for the model that is shipped
	 * @param learning whether moderators correct it
	 */
	record Choice(@Nullable Classifier own, boolean learning) {

		static final Choice SHIPPED = new Choice(null, false);

	}

}
