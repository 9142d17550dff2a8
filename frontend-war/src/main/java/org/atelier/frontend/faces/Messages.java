package org.atelier.frontend.faces;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import java.text.MessageFormat;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Puts texts of the bundle, in the reader's language, at a field or above a form. */
public final class Messages {

    private Messages() {}

    /** @param field the client id of the input, or null for the whole form */
    public static void error(String field, String key, Object... arguments) {
        errorText(field, text(key, arguments));
    }

    /** For what the backend said in its own words. */
    public static void errorText(String field, String text) {
        FacesContext faces = FacesContext.getCurrentInstance();
        faces.addMessage(field, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        faces.validationFailed();
    }

    public static String text(String key, Object... arguments) {
        FacesContext faces = FacesContext.getCurrentInstance();
        ResourceBundle bundle = faces.getApplication().getResourceBundle(faces, "msg");
        try {
            return arguments.length == 0
                    ? bundle.getString(key)
                    : new MessageFormat(bundle.getString(key), bundle.getLocale()).format(arguments);
        } catch (MissingResourceException e) {
            throw new IllegalStateException("The message bundle lacks " + key, e);
        }
    }
}
