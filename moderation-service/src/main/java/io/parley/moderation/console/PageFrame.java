package io.parley.moderation.console;

import java.util.Locale;

import io.parley.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.Authentication;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.ModelAndView;

/** What every page has: who looks at it, and words for what went wrong. */
@ControllerAdvice(annotations = ConsolePage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFrame {

	private static final Logger log = LoggerFactory.getLogger(PageFrame.class);

	private static final String UNKNOWN = "This request cannot be answered; check the address.";

	private static final String INTERNAL = "This is a fault of Parley, not yours. Try again, or tell the operator the time.";

	@ModelAttribute("viewer")
	Viewer viewer(@Nullable Authentication authentication) {
		return Viewer.of(authentication);
	}

	/** Whoever has left hears no answer. */
	@ExceptionHandler
	void left(AsyncRequestNotUsableException gone) {
		log.debug("A page is gone", gone);
	}

	@ExceptionHandler
	ModelAndView failed(Exception failure, HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		int status;
		String words;
		switch (failure) {
			case ProblemException problem -> {
				status = problem.getStatusCode().value();
				words = String.valueOf(problem.getBody().getDetail());
			}
			case DataAccessResourceFailureException _, TransientDataAccessException _,
					CannotCreateTransactionException _ -> {
				log.warn("The database is away: {}", failure.getMessage());
				status = 503;
				words = "The database does not answer. Try again in a few seconds.";
			}
			case TypeMismatchException _ -> {
				status = 400;
				words = UNKNOWN;
			}
			case ErrorResponse refused -> {
				HttpStatusCode code = refused.getStatusCode();
				status = code.value();
				words = code.is4xxClientError() ? UNKNOWN : INTERNAL;
			}
			default -> {
				log.error("A page failed", failure);
				status = 500;
				words = INTERNAL;
			}
		}
		response.setStatus(status);
		return page(status, words, request, authentication);
	}

	private static ModelAndView page(int status, String words, HttpServletRequest request,
			@Nullable Authentication authentication) {
		boolean part = request.getHeader("HX-Request") != null;
		ModelAndView page = new ModelAndView(part ? "console/problem :: part" : "console/problem");
		page.addObject("viewer", Viewer.of(authentication));
		page.addObject("status", String.format(Locale.ROOT, "%d", status));
		page.addObject("words", words);
		return page;
	}

}
