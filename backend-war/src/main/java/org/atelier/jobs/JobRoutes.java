package org.atelier.jobs;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.EnumSet;

/** Puts {@link JobEvents} behind every declared filter, so that nobody gets there who has not passed the credential check. */
@WebListener
public class JobRoutes implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        var filter = event.getServletContext().addFilter("job-events", JobEvents.class);
        filter.setAsyncSupported(true);
        filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), true, "/api/generate/*");
    }
}
