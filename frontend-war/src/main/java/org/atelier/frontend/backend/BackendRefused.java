package org.atelier.frontend.backend;

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

    /** Frameworks wrap what a page throws; this looks through them for a credential that is no longer accepted. */
    public static boolean isSignedOut(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BackendRefused refused && refused.problem.signsOut()) {
                return true;
            }
        }
        return false;
    }
}
