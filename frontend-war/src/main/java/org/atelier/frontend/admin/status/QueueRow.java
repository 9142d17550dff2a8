package org.atelier.frontend.admin.status;

import org.atelier.frontend.backend.AdminApi.Queue;
import org.atelier.frontend.faces.Figures;
import org.atelier.frontend.faces.Messages;

/** The jobs of a kind that have not ended. */
public class QueueRow {

    private final Queue queue;

    QueueRow(Queue queue) {
        this.queue = queue;
    }

    public String getName() {
        return Messages.text(queue.kind().equals("video") ? "admin.jobs.videos" : "admin.jobs.images");
    }

    public String getHref() {
        return "/admin/jobs?kind=" + queue.kind();
    }

    public String getWaiting() {
        return Figures.count(queue.waiting());
    }

    /** With how many there can be at once. */
    public String getUnderWay() {
        return Messages.text("admin.status.of", Figures.count(queue.underWay()), Figures.count(queue.most()));
    }
}
