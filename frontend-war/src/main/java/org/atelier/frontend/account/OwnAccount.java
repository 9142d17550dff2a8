package org.atelier.frontend.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.atelier.frontend.backend.Asker;
import org.atelier.frontend.backend.OwnAccountApi;
import org.atelier.frontend.backend.Person;
import org.atelier.frontend.signin.Visitor;

/** Asks the backend in the visitor's name; the person is read once in a request. */
@RequestScoped
class OwnAccount {

    @Inject
    private OwnAccountApi api;

    @Inject
    private Visitor visitor;

    private Person person;

    /** @param call gets on whose behalf it asks */
    <T> T ask(Call<T> call) {
        return call.of(api, visitor.asker());
    }

    Person person() {
        if (person == null) {
            person = ask(OwnAccountApi::me);
        }
        return person;
    }

    interface Call<T> {
        T of(OwnAccountApi api, Asker asker);
    }
}
