package io.parley.comments.comment;

import static org.mockito.Mockito.RETURNS_DEFAULTS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.parley.comments.access.Site;
import io.parley.problem.Problems;
import io.parley.problem.RequestRules;
import org.jspecify.annotations.Nullable;
import org.mockito.stubbing.Answer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * No request makes the service fail where it is read and checked. An ordinary test run
 * repeats the inputs kept beside it; with JAZZER_FUZZ=1 in the environment it looks for
 * new ones.
 */
class ApiFuzz {

	private static final FuzzedApi API = new FuzzedApi(Service.class);

	@FuzzTest(maxDuration = "1h")
	void any_request_is_answered_or_refused(byte[] request) throws Exception {
		API.check(request);
	}

	/** What reads requests is real; what keeps comments is not. */
	@Import({ Problems.class, CommentController.class, BatchController.class, ThreadController.class,
			RequestReader.class, Cursors.class })
	static class Service implements WebMvcConfigurer {

		private static final Receipt RECEIPT = new Receipt(new UUID(1, 2), "t", new Version(1, 0),
				CommentStatus.PENDING, null);

		@Bean
		RequestRules rules() {
			return new RequestRules(DataSize.ofKilobytes(4), Map.of("/v1/comments:batch", DataSize.ofKilobytes(8)),
					"there are others");
		}

		@Bean
		Clock clock() {
			return Clock.systemUTC();
		}

		@Bean
		CommentSettings settings() {
			return new CommentSettings(1000, 100, ShownWhileEdited.PREVIOUS, Map.of());
		}

		@Bean
		Installation installation() {
			return stub(Installation.class, _ -> new byte[32]);
		}

		@Bean
		Submissions submissions() {
			return stub(Submissions.class, call -> call.getMethod().getReturnType().equals(Receipt.class) ? RECEIPT
					: ((List<?>) call.getArgument(0)).stream().map(_ -> new BatchOutcome.Taken(RECEIPT)).toList());
		}

		@Bean
		Edits edits() {
			return stub(Edits.class, call -> call.getMethod().getReturnType().equals(void.class) ? null : RECEIPT);
		}

		@Bean
		CommentStore comments() {
			return stub(CommentStore.class, RETURNS_DEFAULTS);
		}

		@Bean
		RevisionStore revisions() {
			return stub(RevisionStore.class, RETURNS_DEFAULTS);
		}

		@Bean
		ThreadStore threads() {
			return stub(ThreadStore.class, RETURNS_DEFAULTS);
		}

		@Bean
		TreeReader trees() {
			return stub(TreeReader.class, _ -> new TreeBodies.TreePage(List.of(), null));
		}

		private static <T> T stub(Class<T> type, Answer<?> answer) {
			return mock(type, withSettings().stubOnly().defaultAnswer(answer));
		}

		/** The site of the key that a filter would have found. */
		@Override
		public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
			resolvers.add(new HandlerMethodArgumentResolver() {

				@Override
				public boolean supportsParameter(MethodParameter parameter) {
					return parameter.getParameterType().equals(Site.class);
				}

				@Override
				public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
						NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
					return new Site("daily");
				}

			});
		}

	}

}
