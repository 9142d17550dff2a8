package org.atelier.frontend.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.atelier.frontend.backend.BackendRefused;
import org.atelier.frontend.backend.OwnAccountApi.Deletion;
import org.atelier.frontend.backend.OwnAccountApi.DryRun;
import org.atelier.frontend.backend.OwnAccountApi.WhatGoes;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;
import org.atelier.frontend.faces.Pages;
import org.atelier.frontend.signin.Visitor;

/** The bean of {@code /account/delete}: says what goes, asks for the password, and erases. */
@Named("deletePage")
@RequestScoped
public class DeletePage {

    private String password;
    private WhatGoes what;

    @Inject
    private OwnAccount account;

    @Inject
    private Visitor visitor;

    public void delete() {
        if (password == null) {
            Messages.error("password", "signin.error.missing");
            return;
        }
        try {
            account.ask((api, asker) -> {
                api.delete(asker, new Deletion(password));
                return null;
            });
            visitor.leave(Pages.response());
            Pages.redirect("/signin?gone");
        } catch (BackendRefused refused) {
            if (refused.problem().status() == 409) {
                Messages.error(null, "account.delete.last");
            } else {
                Refused.show(refused.problem(), "password", "account.password.wrong");
            }
        }
    }

    /** How many of them go, by their name in the API. */
    public String goes(String name) {
        return Figures.count(what().goes(), name);
    }

    /** How many of them stay. */
    public String stays(String name) {
        return Figures.count(what().stays(), name);
    }

    private WhatGoes what() {
        if (what == null) {
            what = account.ask((api, asker) -> api.whatGoes(asker, new DryRun(true)));
        }
        return what;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
