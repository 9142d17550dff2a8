package org.atelier.frontend.signin;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.util.Locale;

/** Pages speak the language of the account, and that of the browser where the account names none or nobody is signed in. */
public class ReaderLocale extends ViewHandlerWrapper {

    public ReaderLocale(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public Locale calculateLocale(FacesContext faces) {
        return CDI.current()
                .select(Visitor.class)
                .get()
                .language()
                .map(Locale::forLanguageTag)
                .orElseGet(() -> super.calculateLocale(faces));
    }
}
