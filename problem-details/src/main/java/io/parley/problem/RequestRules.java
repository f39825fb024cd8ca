package io.parley.problem;

import java.util.Map;

import org.springframework.util.unit.DataSize;

/**
 * What may be asked of a service.
 *
 * @param maxSize of a request's body
 * @param maxSizeByPath where bodies of another size are good
 * @param addresses a few of the service's addresses in words, for those who ask for
 * another
 */
public record RequestRules(DataSize maxSize, Map<String, DataSize> maxSizeByPath, String addresses) {

	public RequestRules {
		maxSizeByPath = Map.copyOf(maxSizeByPath);
	}

	public RequestRules(DataSize maxSize, String addresses) {
		this(maxSize, Map.of(), addresses);
	}

	long maxBytes(String path) {
		return maxSizeByPath.getOrDefault(path, maxSize).toBytes();
	}

}
