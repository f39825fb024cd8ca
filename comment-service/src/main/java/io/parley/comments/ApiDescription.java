package io.parley.comments;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The OpenAPI description, which is kept by hand as {@code openapi.yaml} and held to the
 * code by tests.
 */
@RestController
class ApiDescription {

	private final byte[] json;

	ApiDescription(JsonMapper mapper) throws IOException {
		try (InputStream yaml = Objects.requireNonNull(getClass().getResourceAsStream("/openapi.yaml"))) {
			this.json = mapper.writeValueAsBytes(new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml));
		}
	}

	@GetMapping(path = "/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] describe() {
		return json;
	}

}
