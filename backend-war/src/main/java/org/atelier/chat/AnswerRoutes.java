package org.atelier.chat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts {@link AnswerEvents} behind every declared filter, so that nobody gets there who has not passed the credential check. */
@WebListener
public class AnswerRoutes implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        var filter = event.getServletContext().addFilter("answer-events", AnswerEvents.class);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/api/conversations/*");
    }
}
