package io.parley.moderation.access;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.stereotype.Component;

/**
 * Signs people in by name and password. A wrong name takes as long as a wrong password,
 * and no more passwords are hashed at once than leave processors for everything else.
 * Thread-safe.
 */
@Component
class PasswordSignIn {

	private static final Logger log = LoggerFactory.getLogger(PasswordSignIn.class);

	private static final Duration PATIENCE = Duration.ofSeconds(2);

	/** Of a password that was random and is forgotten: for names that there are not. */
	private static final String NOBODY = "{bcrypt}$2a$12$w4mCir3.n5CNMugvxRPQTuWF0/l9ls2PlnN9snqmA9r3cIEHNevZq";

	private final Accounts accounts;

	private final SignInBrake brake;

	private final VerifiedPasswords verified = new VerifiedPasswords();

	private final Semaphore hashing = new Semaphore(Math.max(1, Runtime.getRuntime().availableProcessors() / 2), true);

	private final Counter good;

	private final Counter refused;

	private final Counter braked;

	PasswordSignIn(Accounts accounts, SignInBrake brake, MeterRegistry meters) {
		this.accounts = accounts;
		this.brake = brake;
		this.good = counter(meters, "good");
		this.refused = counter(meters, "refused");
		this.braked = counter(meters, "braked");
	}

	private static Counter counter(MeterRegistry meters, String outcome) {
		return Counter.builder("parley.sign.ins")
			.description("Passwords that were checked, or were too many to be, by what came of them")
			.tag("outcome", outcome)
			.register(meters);
	}

	/**
	 * @throws BadCredentialsException if there is no such person or the password is wrong
	 * @throws TooManyAttemptsException if it may not be tried now
	 */
	Authentication authenticate(Authentication attempt) {
		String password = String.valueOf(attempt.getCredentials());
		Account account = accounts.find(attempt.getName());
		if (account == null || !verified.knows(account, password)) {
			account = verify(attempt.getName(), account, password, RemoteAddress.of(attempt));
			verified.add(account, password);
		}
		UsernamePasswordAuthenticationToken person = UsernamePasswordAuthenticationToken.authenticated(
				new SignedIn(account.name(), account.version()), null,
				AuthorityUtils.createAuthorityList(account.role().granted()));
		person.setDetails(attempt.getDetails());
		return person;
	}

	private Account verify(String name, @Nullable Account account, String password, String address) {
		try {
			SignInBrake.Attempt attempt = brake.enter(name, address);
			boolean right = matches(password, (account != null) ? account.hash() : NOBODY);
			if (account == null || !right) {
				refused.increment();
				// What was taken for a name may be a password.
				log.warn("Refused to sign in {} from {}", (account != null) ? account.name() : "an unknown name",
						address);
				throw new BadCredentialsException("The name or the password is wrong");
			}
			attempt.forgive();
			good.increment();
			log.info("{} signed in from {}", account.name(), address);
			return account;
		}
		catch (TooManyAttemptsException tooMany) {
			braked.increment();
			throw tooMany;
		}
	}

	private boolean matches(String password, String hash) {
		try {
			if (!hashing.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
				throw new TooManyAttemptsException(PATIENCE);
			}
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new TooManyAttemptsException(PATIENCE);
		}
		try {
			return PasswordRules.matches(password, hash);
		}
		finally {
			hashing.release();
		}
	}

}
