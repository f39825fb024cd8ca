package io.parley.local.deploy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.BeanDeserializerBuilder;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads Kubernetes' YAML as strictly as its API server with strict field validation. */
final class Manifests {

	/** The published types take unknown fields aside; here they are an error. */
	private static final ObjectMapper STRICT = new ObjectMapper().registerModule(new SimpleModule() {
		private static final long serialVersionUID = 1L;

		@Override
		public void setupModule(SetupContext context) {
			context.addBeanDeserializerModifier(new BeanDeserializerModifier() {
				private static final long serialVersionUID = 1L;

				@Override
				public BeanDeserializerBuilder updateBuilder(DeserializationConfig config, BeanDescription type,
						BeanDeserializerBuilder builder) {
					return new StrictBuilder(builder);
				}
			});
		}
	});

	private Manifests() {
	}

	static <T> T read(Map<String, Object> document, Class<T> type) {
		return STRICT.convertValue(document, type);
	}

	/** All documents of the folder's files. */
	static List<Map<String, Object>> documents(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(".yaml")).flatMap(Manifests::documentsOf).toList();
		}
	}

	@SuppressWarnings("unchecked")
	private static Stream<Map<String, Object>> documentsOf(Path file) {
		LoaderOptions options = new LoaderOptions();
		options.setAllowDuplicateKeys(false);
		List<Map<String, Object>> documents = new ArrayList<>();
		try (var text = Files.newBufferedReader(file)) {
			new Yaml(new SafeConstructor(options)).loadAll(text)
				.forEach((document) -> documents.add((Map<String, Object>) document));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return documents.stream();
	}

	/** Without the place for unknown fields. */
	private static final class StrictBuilder extends BeanDeserializerBuilder {

		StrictBuilder(BeanDeserializerBuilder source) {
			super(source);
			this._anySetter = null;
			this._ignoreAllUnknown = false;
		}

	}

}
