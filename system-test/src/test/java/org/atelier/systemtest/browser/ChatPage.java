package org.atelier.systemtest.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The composer and the messages, found as a person finds them. */
record ChatPage(Page page) {
    static final Pattern ANYTHING = Pattern.compile("\\S");
    static final String SENDING = "**/bff/conversations/*/messages";

    void chooses(String model) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Model:")))
                .click();
        picks(model);
        assertThat(page.locator("#model-name")).containsText(model);
    }

    /** In the list of models, which is open. */
    void picks(String model) {
        page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("Search models"))
                .fill(model);
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(model))
                .first()
                .click();
    }

    void asks(String question) {
        writes(question);
        page.waitForURL(Pattern.compile("/chat\\?c="));
    }

    /** Asks on a phone, where Enter breaks the line. */
    void asksByTouch(String question) {
        composer().fill(question);
        composer().press("Enter");
        assertThat(composer()).hasValue(question + "\n");
        button("Send").tap();
        page.waitForURL(Pattern.compile("/chat\\?c="));
    }

    /** Writes and sends, whatever becomes of it. */
    void writes(String question) {
        composer().fill(question);
        assertThat(button("Send")).isEnabled();
        composer().press("Enter");
    }

    /** Stands between the page and the server, from now on. @param what becomes of a message that is sent */
    void whileSending(Consumer<Route> what) {
        page.route(SENDING, route -> {
            if (route.request().method().equals("POST")) {
                what.accept(route);
            } else {
                route.resume();
            }
        });
    }

    Locator composer() {
        return page.getByRole(
                AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Message").setExact(true));
    }

    Locator questions() {
        return page.locator(".message.user");
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** The words of the newest answer. */
    Locator answer() {
        return page.locator(".message.assistant .prose").last();
    }

    /** @return what has come so far, which is something */
    String seesWordsCome() {
        assertThat(answer()).containsText(ANYTHING);
        return answer().innerText();
    }

    /** @return the whole answer to the newest question */
    String seesTheEnd() {
        var newest = page.locator("#messages > .message.assistant:last-child");
        assertThat(newest.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Answer again")))
                .isVisible();
        assertThat(button("Stop")).isHidden();
        return answer().innerText();
    }

    boolean isAnswering() {
        return button("Stop").isVisible();
    }
}
