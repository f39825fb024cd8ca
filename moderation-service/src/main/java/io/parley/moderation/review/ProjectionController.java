package io.parley.moderation.review;

import io.parley.moderation.projection.Projection;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tables behind queue and look-ups, for administrators. */
@RestController
class ProjectionController {

	private final Projection projection;

	ProjectionController(Projection projection) {
		this.projection = projection;
	}

	@GetMapping("/v1/projection")
	Projection.State state() {
		return projection.state();
	}

	@PostMapping("/v1/projection/rebuild")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Projection.State rebuild() {
		return projection.rebuild();
	}

}
