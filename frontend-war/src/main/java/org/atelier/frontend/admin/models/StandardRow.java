package org.atelier.frontend.admin.models;

import org.atelier.frontend.backend.AdminModelsApi.Standard;
import org.atelier.frontend.faces.Messages;

/** The model of a kind for people who have chosen nothing. */
public class StandardRow {

    private final String kind;
    private final Standard standard;

    StandardRow(String kind, Standard standard) {
        this.kind = kind;
        this.standard = standard;
    }

    public String getKind() {
        return ModelRow.kind(kind);
    }

    public String getName() {
        return standard.name();
    }

    public String getHref() {
        return ModelRow.href(standard.id());
    }

    public String getWhy() {
        return standard.chosen()
                ? Messages.text("admin.models.standard.chosen")
                : Messages.text("admin.models.standard.rule");
    }
}
