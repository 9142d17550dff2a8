package org.atelier.frontend.backend;

import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The backend answered, and its answer was a problem. */
public class BackendRefused extends RuntimeException {

    private final transient Problem problem;

    public BackendRefused(Problem problem) {
        super(problem.status() + " " + problem.name());
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether a page failed because the credential is no longer accepted. */
    public static boolean isSignedOut(Throwable failure) {
        return isBehind(failure, Problem::signsOut);
    }

    /** Whether a page failed because what it is about is not there, or not any more. */
    public static boolean isGone(Throwable failure) {
        return isBehind(failure, problem -> problem.status() == 404);
    }

    /** Whether a page failed because more is asked for than may be. */
    public static boolean isTooMuch(Throwable failure) {
        return isBehind(failure, problem -> problem.status() == 429);
    }

    /** Frameworks wrap what a page throws; this looks through them. */
    private static boolean isBehind(Throwable failure, Predicate<Problem> wanted) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof BackendRefused refused && wanted.test(refused.problem));
    }
}
