package org.atelier.frontend.backend;

/** The backend did not answer, or says that it cannot right now: nobody is to blame and waiting helps. */
public class BackendAway extends RuntimeException {

    public BackendAway(Throwable cause) {
        super("The backend is not answering: " + cause, cause);
    }

    public BackendAway(int status) {
        super("The backend answers " + status);
    }

    /** Frameworks wrap what a page throws; this looks through them. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BackendAway) {
                return true;
            }
        }
        return false;
    }
}
