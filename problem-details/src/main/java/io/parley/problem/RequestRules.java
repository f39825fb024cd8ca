package io.parley.problem;

import org.springframework.util.unit.DataSize;

/**
 * What may be asked of a service.
 *
 * @param maxSize of a request's body
 * @param addresses a few of the service's addresses in words, for those who ask for
 * another
 */
public record RequestRules(DataSize maxSize, String addresses) {

}
