package org.atelier.frontend.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.atelier.frontend.backend.Asker;
import org.atelier.frontend.signin.Visitor;

/** Asks the backend in the administrator's name. */
@RequestScoped
public class Administrator {

    @Inject
    private Visitor visitor;

    /** @param call gets on whose behalf it asks */
    public <A, T> T ask(A api, Call<A, T> call) {
        return call.of(api, visitor.asker());
    }

    /** As {@link #ask} where nothing is answered. */
    public <A> void tell(A api, Telling<A> call) {
        call.of(api, visitor.asker());
    }

    public interface Call<A, T> {
        T of(A api, Asker asker);
    }

    public interface Telling<A> {
        void of(A api, Asker asker);
    }
}
