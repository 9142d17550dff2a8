package org.atelier.frontend.admin.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.atelier.frontend.admin.Administrator;
import org.atelier.frontend.backend.OwnAccountApi.Spent;
import org.atelier.frontend.backend.OwnAccountApi.WhatGoes;
import org.atelier.frontend.backend.PeopleApi;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.signin.Visitor;

/** The bean of {@code /admin/user}: one person. */
@Named("person")
@RequestScoped
public class PersonPage {

    @Inject
    private PeopleApi api;

    @Inject
    private Administrator administrator;

    @Inject
    private Visitor visitor;

    @Inject
    private HttpServletRequest request;

    @Inject
    private SiteLinks links;

    private PersonRow row;
    private Spent spent;
    private List<PlaceRow> places;
    private WhatGoes what;
    private String link;

    private String id() {
        return Optional.ofNullable(request.getParameter("id"))
                .filter(id -> id.matches("[0-9a-f-]{36}"))
                .orElse("00000000-0000-0000-0000-000000000000");
    }

    public PersonRow getRow() {
        if (row == null) {
            row = new PersonRow(administrator.ask(api, (people, asker) -> people.one(asker, id())));
        }
        return row;
    }

    /** Whether administrators look at themselves: the own account goes elsewhere. */
    public boolean isMyself() {
        return id().equals(visitor.getId());
    }

    private Spent spent() {
        if (spent == null) {
            spent = administrator.ask(api, (people, asker) -> people.usage(asker, id()));
        }
        return spent;
    }

    public String getSpent() {
        return Figures.money(spent().spent());
    }

    /** Null: no budget holds. */
    public String getLeft() {
        return spent().left() == null ? null : Figures.money(spent().left());
    }

    public String getHolds() {
        return spent().budget() == null ? null : PersonRow.words(spent().budget());
    }

    public List<PlaceRow> getPlaces() {
        if (places == null) {
            places = administrator.ask(api, (people, asker) -> people.sessions(asker, id())).items().stream()
                    .map(PlaceRow::new)
                    .toList();
        }
        return places;
    }

    public void makeLink() {
        link = links.whole(administrator
                .ask(api, (people, asker) -> people.makeLink(asker, id()))
                .path());
    }

    /** Null: this request made none. */
    public String getLink() {
        return link;
    }

    public boolean isLeaving() {
        return request.getParameter("delete") != null && !isMyself();
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
            what = administrator.ask(api, (people, asker) -> people.whatGoes(asker, id()));
        }
        return what;
    }

    public String getNews() {
        return News.did(request);
    }

    public String getTrouble() {
        return News.trouble(request);
    }
}
