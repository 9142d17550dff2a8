package org.atelier.gallery;

import jakarta.inject.Inject;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.atelier.media.MediaStore;

/** Lets uploads go to disk as they arrive, beside the place where they will lie, and no further than their limit. */
@WebListener
public class Uploads implements ServletContextListener {
    static final int MEGABYTES = 25;
    static final long MOST_BYTES = (long) MEGABYTES << 20;

    /** The words around the file. */
    static final long MOST_AROUND = 64 * 1024;

    @Inject
    private MediaStore store;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        var servlet = event.getServletContext().addServlet("upload", UploadServlet.class);
        servlet.addMapping("/api/media");
        servlet.setMultipartConfig(
                new MultipartConfigElement(store.workFolder().toString(), MOST_BYTES, MOST_BYTES + MOST_AROUND, 0));
    }
}
