package io.parley.moderation.review;

import java.security.Principal;
import java.util.Map;

import io.parley.moderation.audit.AuditLog;
import io.parley.moderation.audit.HumanAction;
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

	private final AuditLog audit;

	ProjectionController(Projection projection, AuditLog audit) {
		this.projection = projection;
		this.audit = audit;
	}

	@GetMapping("/v1/projection")
	Projection.State state() {
		return projection.state();
	}

	@PostMapping("/v1/projection/rebuild")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Projection.State rebuild(Principal administrator) {
		audit.add(administrator.getName(), HumanAction.REBUILT, null, "tables", Map.of());
		return projection.rebuild();
	}

}
